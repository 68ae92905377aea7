import type { StoreApi } from 'zustand/vanilla';
import { dateForms } from '../../format/date';
import { announceProblem } from '../../messages/announce-problem';
import type { Language } from '../../messages/language';
import type { Source } from '../../source';
import { parseDate } from './recognise';
import { emptyHeading, headingOf, sharedHint } from './result-words';
import { isIncomplete, noSearch, type SearchState, wasPhone } from './search-state';

/** The running search as a source of the desk: it belongs to the call, not to the open customer. */
export function searchSource(store: StoreApi<SearchState>): Source {
  return {
    subscribe: store.subscribe,
    content: () => store.getState().answer,
    partialProblems: () => {
      const { answer, coverage } = store.getState();
      return answer.state === 'ready' ? (coverage?.missing ?? []).map(({ problem }) => problem) : [];
    },
    retry: () => store.getState().retried(),
    keep: () => keep(store),
    clear: () => store.getState().cleared(),
    label: ({ messages }) => messages.diagnostics.sources.search,
    announcement: (language) => announcement(store.getState(), language),
    personal: (locale) => personal(store.getState(), locale),
  };
}

/** Remembers the search, and not where to search; one that has not ended is asked again when it comes back. */
function keep(store: StoreApi<SearchState>): () => void {
  store.getState().narrowed();
  const kept = store.getState();
  const { answer } = kept;
  const isWhole = answer.state !== 'ready' || answer.value.hits.length === answer.value.total;
  return () => {
    store.getState().cleared();
    const { studios, studio, chosenStudios, scope, chainRefused } = store.getState();
    store.setState({ ...kept, studios, studio, chosenStudios, scope, chainRefused });
    if (isWhole && answer.state !== 'loading') return;
    store.setState({ answer: noSearch.answer, hits: noSearch.hits, coverage: undefined });
    store.getState().entered();
  };
}

function announcement(state: SearchState, language: Language): string {
  const { answer, hits, shownFor } = state;
  const { messages, locale } = language;
  if (answer.state === 'failed') return announceProblem(messages.search.failed, answer.problem, messages);
  if (answer.state !== 'ready') return '';
  if (answer.value.phone && hits.length === 0)
    return [emptyHeading(state, answer.value, language), sharedHint(answer.value, messages)]
      .filter(Boolean)
      .join('. ');
  if (wasPhone(state) && hits.length === 0) return messages.search.phone.none;
  const { coverage } = state;
  const partial =
    coverage && isIncomplete(state)
      ? ` ${messages.search.answeredOf(coverage.answered, coverage.asked)}`
      : '';
  if (hits.length === 0)
    return (partial ? messages.search.noneYet(shownFor) : messages.search.none(shownFor)) + partial;
  return headingOf(hits, answer.value, shownFor, messages, locale) + partial;
}

/** What was typed, and every way to write a date that was typed. */
function personal({ text, asked }: SearchState, locale: string): string[] {
  const typed = [text, asked?.text ?? ''];
  const dates = typed.flatMap((each) => each.split(/\s+/)).map(parseDate);
  return [...typed, ...dates.flatMap((date) => (date === undefined ? [] : dateForms(date, locale)))];
}
