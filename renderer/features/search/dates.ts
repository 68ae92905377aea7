/** The languages whose months are understood; which callers speak is not known, and an agent types what is said. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl'];

let months: Map<string, number> | undefined;

/** Every way of writing a month, long and short, folded; built when the first word is looked at. */
function monthOf(word: string): number | undefined {
  if (!months) {
    months = new Map();
    for (const language of languages)
      for (const month of ['long', 'short'] as const)
        for (const rest of [{}, { day: 'numeric' }] as const) {
          // With a day some languages inflect the month.
          const format = new Intl.DateTimeFormat(language, { month, ...rest, timeZone: 'UTC' });
          for (let index = 0; index < 12; index += 1) {
            const parts = format.formatToParts(Date.UTC(2000, index, 1));
            const name = parts.find(({ type }) => type === 'month')?.value ?? '';
            if (/\p{L}{3}/u.test(name)) months.set(fold(name), index + 1);
          }
        }
    // What people write and no locale does.
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

/** A day that exists, as `YYYY-MM-DD`; undefined for one that does not. */
function day(year: number, month: number, date: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, date));
  const exists =
    time.getUTCMonth() === month - 1 && time.getUTCDate() === date && year >= 1000 && year < 10_000;
  return exists ? time.toISOString().slice(0, 10) : undefined;
}

/** A year of two digits is the latest that has begun: nobody is born tomorrow. */
function fullYear(digits: string, thisYear: number): number {
  if (digits.length !== 2) return Number(digits);
  const year = Math.floor(thisYear / 100) * 100 + Number(digits);
  return year > thisYear ? year - 100 : year;
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})(\. ?|[-/ ])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayMonth =
  /^(\d{1,2})(?:st|nd|rd|th|er)?[. -]{0,2}(?:of |de )?(\p{L}{3,12})[., -]{0,2}(?:de )?(\d{4}|\d{2})$/iu;
const monthDay = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})$/iu;

/**
 * The days a text can mean, the likeliest first: ISO, day first, month first, months in letters, years of two or four digits.
 * Day first is the default, since that is how it is said where month first is not.
 */
export function datesIn(text: string, thisYear = new Date().getFullYear()): string[] {
  const clean = text.replace(/[,;.]+$/, '').trim();
  const iso = yearFirst.exec(clean);
  if (iso) return found(day(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const numeric = dayFirst.exec(clean);
  if (numeric) {
    const [, a, separator, b, year = ''] = numeric;
    const full = fullYear(year, thisYear);
    const monthFirst = separator?.startsWith('.') ? undefined : day(full, Number(a), Number(b));
    return found(day(full, Number(b), Number(a)), monthFirst);
  }
  const words = dayMonth.exec(clean);
  const american = words ? null : monthDay.exec(clean);
  const [date, name, year] = words
    ? [words[1], words[2], words[3]]
    : [american?.[2], american?.[1], american?.[3]];
  const month = name && monthOf(name);
  return month ? found(day(fullYear(year ?? '', thisYear), month, Number(date))) : [];
}

/** What six or eight digits in a row can mean as a birth date; nobody living was born before 1900 or after today. */
export function datesInDigits(digits: string, today = new Date()): string[] {
  const two = (from: number) => Number(digits.slice(from, from + 2));
  const year = (from: number, length: number) =>
    fullYear(digits.slice(from, from + length), today.getFullYear());
  const all =
    digits.length === 8
      ? [day(year(4, 4), two(2), two(0)), day(year(0, 4), two(4), two(6))]
      : digits.length === 6
        ? [day(year(4, 2), two(2), two(0))]
        : [];
  const now = today.toISOString().slice(0, 10);
  return found(...all).filter((date) => date >= '1900' && date <= now);
}

function found(...dates: (string | undefined)[]): string[] {
  return [...new Set(dates.filter((date) => date !== undefined))];
}
