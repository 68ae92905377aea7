import { hitKey } from '../../preload/contract/hit-order';
import { keyOf } from '../customer-ref';
import type { SearchState } from '../features/search/search-state';
import type { Stores } from './stores';

/** Whether a later search has failed or found others than the open customer. A search that was stopped says nothing. */
export function isFromEarlierSearch(
  { answer, hits }: Pick<SearchState, 'answer' | 'hits'>,
  openKey: string | undefined,
): boolean {
  if (openKey === undefined) return false;
  if (answer.state === 'failed') return answer.problem.kind !== 'cancelled';
  return answer.state === 'ready' && hits.every((hit) => hitKey(hit) !== openKey);
}

/**
 * Reduces the open customer to one line when another search ends without them. While it runs, the customer stays as they
 * were: full, or reduced.
 */
export function collapseOnOtherSearch({ search, customer, found }: Stores): void {
  search.subscribe((state) => {
    const { answer, text, asked } = state;
    if (answer.state === 'loading' || (answer.state === 'idle' && text !== '')) return;
    const { collapsed: before, broughtBackIn } = found.getState();
    const isEarlier = isFromEarlierSearch(state, keyOf(customer.getState().key));
    // The same search may be repeated, for example with another key.
    const collapsed = isEarlier && (broughtBackIn === undefined || broughtBackIn !== asked?.text);
    if (collapsed !== before) found.setState({ collapsed });
  });
}
