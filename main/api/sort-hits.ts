import type { SearchHit } from '../../preload/contract/domain';
import { byDisplayOrder, type OrderedHit, orderedHit } from '../../preload/contract/hit-order';
import { WorkPauses } from '../work-pauses';

/** Hits that are sorted in one go. */
const runLength = 500;

/** Sorts hits for display, with breaks: 5,000 in one go would block main on a slow desktop for longer than two frames. */
export async function sortHits(hits: readonly SearchHit[]): Promise<SearchHit[]> {
  const pauses = new WorkPauses();
  let runs: OrderedHit<SearchHit>[][] = [];
  for (let from = 0; from < hits.length; from += runLength) {
    const run = hits.slice(from, from + runLength);
    runs.push(run.map(orderedHit).sort(byDisplayOrder));
    await pauses.afterTurn();
  }
  while (runs.length > 1) {
    const merged: typeof runs = [];
    for (let at = 0; at < runs.length; at += 2) {
      // Sorting two sorted runs is one pass over them.
      merged.push(
        runs
          .slice(at, at + 2)
          .flat()
          .sort(byDisplayOrder),
      );
      await pauses.afterTurn();
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ hit }) => hit);
}
