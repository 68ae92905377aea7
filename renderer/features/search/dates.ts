import { dateTimeFormat } from '../../format/intl';

/** Languages whose month names are recognised. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl'];

let months: Map<string, number> | undefined;

/** Month names of these languages, long and short, folded; built at first use. */
function monthOf(word: string): number | undefined {
  if (!months) {
    months = new Map();
    for (const language of languages)
      for (const month of ['long', 'short'] as const)
        for (const rest of [{}, { day: 'numeric' }] as const) {
          // Some languages inflect the month after a day.
          const format = dateTimeFormat(language, { month, ...rest, timeZone: 'UTC' });
          for (let index = 0; index < 12; index += 1) {
            const parts = format.formatToParts(Date.UTC(2000, index, 1));
            const name = parts.find(({ type }) => type === 'month')?.value ?? '';
            if (/\p{L}{3}/u.test(name)) months.set(fold(name), index + 1);
          }
        }
    // Common spellings that no locale contains.
    for (const [name, month] of [
      ['sept', 9],
      ['maerz', 3],
      ['mrz', 3],
      ['jaenner', 1],
    ] as const)
      months.set(name, month);
  }
  return months.get(fold(word));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '');
}

/** An existing day as `YYYY-MM-DD`; undefined for a day that does not exist. */
function day(year: number, month: number, date: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, date));
  const exists =
    time.getUTCMonth() === month - 1 && time.getUTCDate() === date && year >= 1000 && year < 10_000;
  return exists ? time.toISOString().slice(0, 10) : undefined;
}

/** Today in the local time zone, as `YYYY-MM-DD`. */
function onTheWall(today: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
}

/** Whether a day can be a birth date of a living person: from 1900 until today. */
export function isLikelyBirth(date: string, today = new Date()): boolean {
  return date >= '1900' && date <= onTheWall(today);
}

/** Expands a two-digit year to the latest year in which the day is not in the future. */
function born(year: string, month: string | number, date: string, today: Date): string | undefined {
  const on = (full: number) => day(full, Number(month), Number(date));
  if (year.length !== 2) return on(Number(year));
  const full = Math.floor(today.getFullYear() / 100) * 100 + Number(year);
  const latest = on(full);
  return latest && latest <= onTheWall(today) ? latest : on(full - 100);
}

/** Time behind a day, as spreadsheets and exports write it. */
const timeOfDay = /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|Uhr|[+-]\d{2}:?\d{2})?$/i;

/** Age behind a day with four digits for the year. */
const age = /(?<=\d{4}|\d-\d\d),? \d{1,3}(?: ?(?:j|jahre?|y|yrs?|years?)\.?(?: alt| old)?)?$/i;

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayMonth =
  /^(\d{1,2})(?:st|nd|rd|th|er|e|º|°)?[. -]{0,2}(?:of |de )?(\p{L}{3,12})[., -]{0,3}(?:de )?(\d{4}|\d{2})$/iu;
const monthDay = /^(\p{L}{3,12})[. -]{1,2}(\d{1,2})(?:st|nd|rd|th)?[, -]{1,2}(\d{4}|\d{2})$/iu;

/**
 * Days that a text can mean, likeliest first: ISO, day first, month first, month names, two or four digits for the
 * year. Day first is the default where the locale does not put the month first, unless that day cannot be a birth
 * date.
 */
export function datesIn(text: string, today = new Date()): string[] {
  const clean = text
    .replace(timeOfDay, '')
    .replace(age, '')
    .replace(/[,;.]+$/, '')
    .trim()
    .replace(/ ?[-–—] ?/g, '-')
    .replace(/ ?([/.]) ?/g, '$1');
  const iso = yearFirst.exec(clean);
  if (iso) return found(day(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const [, first, , second, last] = dayFirst.exec(clean) ?? [];
  if (first && second && last) {
    const dates = found(born(last, second, first, today), born(last, first, second, today));
    const isLikely = (date: string) => isLikelyBirth(date, today);
    return [...dates.filter(isLikely), ...dates.filter((date) => !isLikely(date))];
  }
  const words = dayMonth.exec(clean);
  const american = words ? null : monthDay.exec(clean);
  const [date, name, year] = words
    ? [words[1], words[2], words[3]]
    : [american?.[2], american?.[1], american?.[3]];
  const month = name && monthOf(name);
  return month && date && year ? found(born(year, month, date, today)) : [];
}

/**
 * Birth dates that six or eight consecutive digits can mean; an unlikely birth date counts as another kind of number.
 */
export function datesInDigits(digits: string, today = new Date()): string[] {
  const [, a = '', b = '', c = ''] = /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(digits) ?? [];
  const [, year = '', month = '', date = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(digits) ?? [];
  const all = [a && born(c, b, a, today), year && born(year, month, date, today)];
  return found(...all).filter((each) => isLikelyBirth(each, today));
}

/** Whether a text has the form of a day that does not exist, such as 31.02.1952. */
export function isImpossibleDay(text: string): boolean {
  const clean = text.replace(timeOfDay, '').trim();
  return (yearFirst.test(clean) || dayFirst.test(clean)) && datesIn(clean).length === 0;
}

function found(...dates: (string | undefined)[]): string[] {
  return [...new Set(dates.filter((date) => date !== undefined))].filter(Boolean);
}
