import type { StoreApi } from 'zustand';
import type { AppStart } from '../preload/contract/calls';
import type { PhoneIndexState } from '../preload/contract/phone-index';
import type { StudioRef } from '../preload/contract/studio';
import { isComplete, progressOf } from './features/phone-index/index-progress';
import { PhoneIndexStatus } from './features/phone-index/phone-index-status';
import type { PhoneIndexStore } from './features/phone-index/phone-index-store';
import { phoneStudios, type SearchState, studiosOf, whereOf } from './features/search/search-state';

/** Below the answer to a search by telephone number: what the number was compared with. */
export function PhoneAnswer(props: {
  search: SearchState;
  phoneIndex: StoreApi<PhoneIndexStore>;
  start: AppStart;
}) {
  const state = props.search;
  const searched = phoneStudios(state);
  if (state.answer.state !== 'ready' || !state.answer.value.phone || !searched) return null;
  return (
    <PhoneIndexStatus
      store={props.phoneIndex}
      searched={searched}
      answer={state.answer.value.phone}
      found={state.hits.length}
      also={props.start.phoneIndexAlso}
    />
  );
}

/** Studios whose index the key makes: those that the number on screen lacks, otherwise where the next search looks. */
export function studiosToIndex(search: SearchState, index: PhoneIndexState): readonly StudioRef[] {
  const searched = phoneStudios(search);
  const lacking = searched && progressOf(index, searched).studios.filter((each) => !isComplete(each));
  if (lacking && lacking.length > 0) return lacking.map(({ studio }) => studio);
  return studiosOf(whereOf(search), search.studios);
}
