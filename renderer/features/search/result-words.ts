import type { Reading, SearchHit } from '../../../preload/contract/domain';
import { numberFormat } from '../../format/intl';
import type { Messages } from '../../messages/en';
import type { Language } from '../../messages/language';
import { type Found, isIncomplete, type SearchState, similarHits, wasPhone } from './search-state';

/** What a text that was not searched yet is waiting for. */
export function idleHint(reading: Reading | undefined, hasPhoneIndex: boolean, { search }: Messages): string {
  if (reading?.kind === 'phone') return hasPhoneIndex ? search.phone.hintWithIndex : search.phone.hint;
  return reading ? search.tooShort : search.nothingYet;
}

/** What a telephone number has found, and how certain that is. */
export function phoneNote(state: SearchState, { search }: Messages): string | undefined {
  const { answer, hits } = state;
  if (answer.state !== 'ready' || !wasPhone(state)) return undefined;
  if (hits.some(({ matchedBy }) => matchedBy === 'phoneEnding')) return search.phone.uncertain;
  return answer.value.phone ? search.phone.have(hits.length) : search.phone.found;
}

/** Heading above an empty list: nobody, nobody yet, or too many who share a telephone number. */
export function emptyHeading(state: SearchState, answer: Found, { messages, locale }: Language): string {
  const { search } = messages;
  const { phone } = answer;
  if (phone?.sharedBy !== undefined) {
    const count = numberFormat(locale).format(phone.sharedBy);
    return (phone.isUncertain ? search.phone.sharedEnding : search.phone.shared)(count);
  }
  if (phone) return (phone.isComplete ? search.none : search.noneYet)(state.shownFor);
  if (wasPhone(state)) return search.phone.heading(state.shownFor);
  return (isIncomplete(state) ? search.noneYet : search.none)(state.shownFor);
}

/** Number of customers in the list, including those that are still loading. */
function shownOf(hits: readonly SearchHit[], answer: Found): number {
  return hits === answer.hits ? answer.total : hits.length;
}

/** `3 customers for “bullock”`; for a narrowed answer also its full number. */
function countWords(shown: number, all: number, text: string, { search }: Messages, locale: string): string {
  const number = numberFormat(locale);
  return shown === all
    ? search.count(all, number.format(all), text)
    : search.narrowed(all, number.format(shown), number.format(all), text);
}

/** Heading of a list: how many customers match, and how many are only similar. */
export function headingOf(
  hits: readonly SearchHit[],
  answer: Found,
  text: string,
  messages: Messages,
  locale: string,
): string {
  const { search } = messages;
  const similar = similarHits(hits);
  const words = similar[0]?.matchedBy === 'email' ? search.similarAddresses : search.similarNames;
  const shown = shownOf(hits, answer) - similar.length;
  if (shown === 0) return search.onlySimilar(text, words(similar.length));
  const count = countWords(shown, answer.total - similarHits(answer.hits).length, text, messages, locale);
  return similar.length > 0 ? `${count}${search.andSimilar(words(similar.length))}` : count;
}

/** What to do about a number that too many customers have. */
export function sharedHint({ phone }: Found, { search }: Messages): string | undefined {
  if (phone?.sharedBy === undefined) return undefined;
  return phone.isUncertain ? search.phone.sharedEndingHint : search.phone.sharedHint;
}
