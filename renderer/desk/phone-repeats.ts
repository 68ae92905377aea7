import { isBeingMade, progressOf } from '../features/phone-index/index-progress';
import { phoneStudios } from '../features/search/search-state';
import type { Stores } from './stores';

/** Pause between two comparisons of the number on screen while the index grows, in milliseconds. */
const repeatPauseMs = 2_000;

/**
 * Has an index on demand made at the first number that is searched. Compares a telephone number that is on screen again when the index has grown: now and then while nobody was found, and at the
 * end in any case. Whoever was found is asked of the API each time, so that further ones are looked for at the end only.
 */
export function repeatPhoneSearches(
  { phoneIndex, search, customer, found }: Pick<Stores, 'phoneIndex' | 'search' | 'customer' | 'found'>,
  now: () => number = Date.now,
): void {
  /** What the index held at the last comparison. */
  let compared = '';

  function compare(): void {
    const { answer } = search.getState();
    if (answer.state !== 'ready' || answer.value.phone?.isComplete !== false) return;
    // The customer who is open was found; one of an earlier search was not.
    if (customer.getState().key !== undefined && !found.getState().collapsed) return;
    const { studios, phase } = progressOf(phoneIndex.getState().index, phoneStudios(search.getState()));
    const content = studios
      .filter(({ customers }) => customers > 0)
      .map(({ studio, customers, madeAt = '' }) => `${studio} ${customers} ${madeAt}`)
      .join();
    const isNobody = answer.value.hits.length === 0 && answer.value.phone.sharedBy === undefined;
    const isDue = isNobody && now() - answer.asOf >= repeatPauseMs;
    const isAtRest = phase === 'complete' || !studios.some(isBeingMade);
    if (content === compared || !(isDue || isAtRest)) return;
    compared = content;
    search.getState().phoneIndexGrown();
  }

  /** Has the index of the studios searched made, where the policy wants it at the first number. */
  function begin(): void {
    const searched = phoneStudios(search.getState());
    if (searched) phoneIndex.getState().numberSearched(searched);
  }

  phoneIndex.subscribe((state, before) => {
    if (state.index === before.index) return;
    begin();
    compare();
  });
  // The index may have become complete while the number was searched.
  search.subscribe((state, before) => {
    const searched = phoneStudios(state);
    if (state.answer !== before.answer) begin();
    const isComplete = () =>
      progressOf(phoneIndex.getState().index, phoneStudios(state)).phase === 'complete';
    if (state.answer !== before.answer && searched && isComplete()) compare();
  });
}
