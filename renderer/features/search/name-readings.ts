import type { Reading } from '../../../preload/contract/domain';
import { datesIn, datesInDigits } from './dates';
import { areTitles, untitled } from './pasted-text';

const maxWords = 12;
/** Maximum length of a written date; patterns must not scan a whole pasted letter. */
export const maxDateLength = 40;
/** `4 de mayo de 1952`. */
const maxWordsOfDate = 5;

/** Readings of a text with words: a name, "Bullock, Edgar" with its comma, and a date anywhere in it. */
export function nameReadings(text: string, today: Date): Reading[] {
  const { rest, dates, others } = withoutDate(text, today);
  const [likeliest, ...more] = dates;
  // One reading is enough of the less likely ones.
  const once = [...more.map((date) => ({ rest, date })), ...others].flatMap((each) =>
    named(each.rest, each.date).slice(0, 1),
  );
  return [...named(rest, likeliest), ...once];
}

function named(text: string, date: string | undefined): Reading[] {
  const born = date ? { date } : {};
  const said = text.split(/[\s,;]+/).filter(Boolean);
  const spelt = said.filter((word) => /[\p{L}\p{N}]/u.test(word));
  const words = spelt.length > 0 ? spelt : said;
  if (words.length === 0) return date ? [{ kind: 'dateOfBirth', date }] : [];
  const name = (some: readonly string[]): Reading => ({
    kind: 'name',
    words: some.slice(0, maxWords),
    ...born,
  });
  const plain = untitled(words);
  const dotted = plain.map((word) =>
    /\d/.test(word) ? word : word.replace(/^([^aeiouäöü]*)([aou])(?!e)/i, withDots),
  );
  return [
    ...lastFirst(text).map((each) => ({ ...each, ...born })),
    name(plain),
    ...(plain.length < words.length ? [name(words)] : []),
    name(dotted),
  ];
}

/** Splits at a comma that separates last and first name; a comma next to a title or at the end has no meaning. */
function lastFirst(text: string): Extract<Reading, { kind: 'lastFirst' }>[] {
  const parts = text.split(',').map((part) => part.split(/[\s;]+/).filter(Boolean));
  const [last, first, ...more] = parts.filter((words) => words.length > 0);
  if (!last || !first || more.length > 0 || areTitles(last) || areTitles(first)) return [];
  return [{ kind: 'lastFirst', lastName: untitled(last).join(' '), firstName: untitled(first).join(' ') }];
}

/** `Muller` may mean Müller. The spelling is only offered, because Muller is a name too. */
function withDots(_: string, before: string, vowel: string): string {
  return before + ({ a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' }[vowel] ?? vowel);
}

/** Words that introduce a date and are no names. */
const introductions = /^(?:geb|geboren|born|dob|am|on)\.?:?$/i;

interface WithoutDate {
  rest: string;
  dates: string[];
  /** Reading of the text when a shorter part of it is the date. */
  others: { rest: string; date: string | undefined }[];
}

/** Finds the first date in a text: the longest of one to five consecutive words. */
function withoutDate(text: string, today: Date): WithoutDate {
  const words = text.split(' ');
  // A longer text contains no birth date that could be found.
  const starts = Math.min(words.length, maxWords * 2);
  for (let at = 0; at < starts; at += 1)
    for (let length = Math.min(maxWordsOfDate, words.length - at); length > 0; length -= 1) {
      const candidate = words.slice(at, at + length).join(' ');
      const dates =
        candidate.length <= maxDateLength && /\d/.test(candidate) ? datesIn(candidate, today) : [];
      if (dates.length > 0) return around(words, at, length, dates);
    }
  for (let at = 0; at < starts && words.length > 1; at += 1) {
    const dates = datesInDigits((words[at] ?? '').slice(0, maxDateLength).replace(/[,;.]+$/, ''), today);
    if (dates.length > 0)
      return { ...around(words, at, 1, dates), others: [{ rest: text, date: undefined }] };
  }
  return { rest: text, dates: [], others: [] };
}

function around(words: readonly string[], at: number, length: number, dates: string[]): WithoutDate {
  let end = at;
  while (end > 0 && introductions.test(words[end - 1] ?? '')) end -= 1;
  const after = words.slice(at + length);
  // `Bullock 4.5.1952, Edgar`: the comma belongs to the name.
  const comma = words[at + length - 1]?.endsWith(',') ? [','] : [];
  const without = (upTo: number) => [...words.slice(0, upTo), ...comma, ...after].join(' ');
  // One of the words that introduce a date is also a name, as in Max Born.
  const mayBeName = words.slice(end, at).some((word) => /^born$/i.test(word));
  return {
    rest: without(end),
    dates,
    others: mayBeName ? [{ rest: without(at), date: dates[0] }] : [],
  };
}
