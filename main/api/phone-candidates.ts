import { customerKey } from '../../preload/contract/studio';
import type { IndexMatch } from '../phone-index/phone-indexer';
import { WorkPauses } from '../work-pauses';

/** Maximum number of studios that are asked for one candidate: a customer who has moved is in the index of two. */
const maxStudiosEach = 3;

/** The studios of one customer who may have a telephone number, the likeliest first. */
export type Candidate = IndexMatch[];

/**
 * Each customer once. SECURITY: a made-up number can stand in the records of thousands, so main makes breaks, and a search that was
 * cancelled stops.
 */
export async function distinct(
  lists: readonly (readonly IndexMatch[])[],
  signal: AbortSignal,
): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  const pauses = new WorkPauses();
  for (const refs of lists)
    for (const ref of refs) {
      if (signal.aborted) return [];
      const key = customerKey(ref);
      const studios = found.get(key) ?? [];
      const isKnown = studios.some(({ studio, via }) => studio === ref.studio && via === ref.via);
      if (!isKnown && studios.length < maxStudiosEach) studios.push(ref);
      found.set(key, studios);
      await pauses.afterTurn();
    }
  return [...found.values()];
}
