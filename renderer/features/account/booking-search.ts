import type { Booking } from '../../../preload/contract/domain';
import { foldName } from '../../../preload/contract/fold-name';
import { dateTimeFormat } from '../../format/intl';
import { amountMatches, amountsIn } from './amount-search';

/** Languages whose month names are found. */
const languages = ['en', 'de'];

/** Folded names of each month, long and short; built at the first search. */
let monthNames: string[][] | undefined;

/** Folded words of a booking that letters are compared with. */
const folded = new WeakMap<Booking, string>();

/**
 * Finds bookings by their description, amount or date: every word of the text has to match, in any writing and without
 * regard to accents.
 *
 * @returns undefined for an empty text, which every booking matches
 */
export function bookingMatcher(query: string): ((booking: Booking) => boolean) | undefined {
  const text = foldName(query.normalize('NFKC')).replace(/[−–—]/g, '-').replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  const whole = amountsIn(text);
  const words = text
    .split(' ')
    .map((word) => word.replace(/^\p{Sc}|[\p{Sc}.,;:]+$/gu, ''))
    .filter(Boolean)
    .map(wordMatcher);
  return (booking) =>
    amountMatches(whole, booking) || (words.length > 0 && words.every((matches) => matches(booking)));
}

function wordMatcher(word: string): (booking: Booking) => boolean {
  if (/\p{L}/u.test(word)) return (booking) => textOf(booking).includes(word) || hasMonth(booking, word);
  const amounts = amountsIn(word);
  return (booking) =>
    isDate(booking.dueDate, word) ||
    amountMatches(amounts, booking) ||
    textOf(booking).split(' ').includes(word);
}

function textOf(booking: Booking): string {
  const known = folded.get(booking) ?? foldName(booking.description ?? '').replace(/\s+/g, ' ');
  folded.set(booking, known);
  return known;
}

/** Whether a word is a month's name or its beginning, of three letters or more. */
function hasMonth({ dueDate }: Booking, word: string): boolean {
  if (word.length < 3) return false;
  monthNames ??= Array.from({ length: 12 }, (_, index) =>
    languages.flatMap((language) =>
      (['long', 'short'] as const).map((month) =>
        foldName(dateTimeFormat(language, { month, timeZone: 'UTC' }).format(Date.UTC(2000, index, 1))),
      ),
    ),
  );
  return monthNames[Number(dueDate.slice(5, 7)) - 1]?.some((name) => name.startsWith(word)) ?? false;
}

/** Whether digits are the day, the year or a date of any order, complete or not: `1.11.`, `11/2026`, `2026-11-01`. */
function isDate(dueDate: string, word: string): boolean {
  const [year = '', month = '', day = ''] = dueDate.slice(0, 10).split('-');
  const parts = word.split(/[./-]/).map((part) => part.replace(/^0+(?=\d)/, ''));
  const [first = '', second, third] = parts;
  if (parts.length > 3 || parts.some((part) => !/^\d+$/.test(part))) return false;
  const isMonth = (part: string | undefined) => Number(part) === Number(month);
  const isDay = (part: string | undefined) => Number(part) === Number(day);
  const isYear = (part: string) => year.startsWith(part) || (part.length === 2 && year.endsWith(part));
  if (second === undefined) return first.length === 4 ? first === year : isDay(first);
  if (first.length === 4) return first === year && isMonth(second) && (third === undefined || isDay(third));
  if (third === undefined && second.length === 4) return isMonth(first) && second === year;
  const isDayFirst = isDay(first) && isMonth(second);
  const isMonthFirst = word.includes('/') && isMonth(first) && isDay(second);
  return (isDayFirst || isMonthFirst) && (third === undefined || isYear(third));
}
