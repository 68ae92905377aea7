import { hitKey } from '../../preload/contract/hit-order';
import type { SearchState } from '../features/search/search-state';

/** Whether a later search has failed or found others than the open customer. A search that was stopped says nothing. */
export function isFromEarlierSearch(
  { answer, hits }: Pick<SearchState, 'answer' | 'hits'>,
  openKey: string | undefined,
): boolean {
  if (openKey === undefined) return false;
  if (answer.state === 'failed') return answer.problem.kind !== 'cancelled';
  return answer.state === 'ready' && hits.every((hit) => hitKey(hit) !== openKey);
}
