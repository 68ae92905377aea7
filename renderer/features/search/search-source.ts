import type { StoreApi } from 'zustand/vanilla';
import { dateForms } from '../../format/date';
import { announceProblem } from '../../messages/announce-problem';
import type { Language } from '../../messages/language';
import type { Source } from '../../source';
import { parseDate } from './recognise';
import { countWords, shownOf } from './results';
import type { SearchState } from './search-state';

/** The running search as a source of the desk: it belongs to the call, not to the open customer. */
export function searchSource(store: StoreApi<SearchState>): Source {
  return {
    subscribe: store.subscribe,
    content: () => store.getState().answer,
    retry: () => store.getState().retried(),
    clear: () => store.getState().cleared(),
    label: ({ messages }) => messages.diagnostics.sources.search,
    announcement: (language) => announcement(store.getState(), language),
    personal: (locale) => personal(store.getState(), locale),
  };
}

function announcement({ answer, hits, shownFor }: SearchState, language: Language): string {
  const { messages, locale } = language;
  if (answer.state === 'failed') return announceProblem(messages.search.failed, answer.problem, messages);
  if (answer.state !== 'ready') return '';
  if (hits.length === 0) return messages.search.none(shownFor);
  return countWords(shownOf(hits, answer.value), answer.value.total, shownFor, messages, locale);
}

/** What was typed, and every way to write a date that was typed. */
function personal({ text, asked }: SearchState, locale: string): string[] {
  const typed = [text, asked?.text ?? ''];
  const dates = typed.flatMap((each) => each.split(/\s+/)).map(parseDate);
  return [...typed, ...dates.flatMap((date) => (date === undefined ? [] : dateForms(date, locale)))];
}
