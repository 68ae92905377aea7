import { dateTimeFormat, relativeTimeFormat } from './intl';
import { countUp } from './running-time';

const form = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day that exists. `Date.parse` takes 30 February for a day in March. */
export function isDay(text: string): boolean {
  const ms = form.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** A calendar day in the locale's format, with the month in letters so that day and month cannot be confused. */
export function formatDate(date: string, locale: string, month: 'short' | 'long' = 'short'): string {
  const ms = isDay(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // An invalid date is shown as sent.
  if (Number.isNaN(ms)) return date;
  return dateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(ms);
}

/** A period in the locale's format: `1–30 Nov 2026`, or `1 Nov 2026 –` without its end. Invalid dates are shown as sent. */
export function formatPeriod(from: string | undefined, to: string | undefined, locale: string): string {
  if (!from || !to || !(daysBetween(from, to) >= 0))
    return [from && formatDate(from, locale), '–', to && formatDate(to, locale)].filter(Boolean).join(' ');
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return dateTimeFormat(locale, parts).formatRange(
    Date.parse(`${from}T00:00:00Z`),
    Date.parse(`${to}T00:00:00Z`),
  );
}

/** Common ways of writing a calendar day, for finding it in a text. */
export function dateForms(date: string, locale: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const short = [Number(day), Number(month), year].join('.');
  const [two, dotted] = [year.slice(-2), `${day}.${month}.${year}`];
  const numeric = [
    date,
    dotted,
    short,
    dotted.replaceAll('.', '/'),
    dotted.replaceAll('.', '-'),
    `${day}.${month}.${two}`,
  ];
  return [
    ...numeric,
    `${year}${month}${day}`,
    `--${month}-${day}`,
    formatDate(date, locale),
    formatDate(date, locale, 'long'),
  ];
}

/** Time of day in the local time zone, with seconds by default. */
export function formatTime(ms: number, locale: string, to: 'minute' | 'second' = 'second'): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return dateTimeFormat(locale, to === 'minute' ? parts : { ...parts, second: '2-digit' }).format(ms);
}

/** Elapsed time: `03:12`, and from one hour on `1:03:12`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}

/** Whole minutes: `3 min`. */
export function formatMinutes(minutes: number): string {
  return `${minutes} min`;
}

/** Time since an event, in seconds or in minutes as {@link countUp} decides: `00:42`, `3 min`. */
export function formatElapsed(ms: number, isWatched: boolean): string {
  return countUp(ms, isWatched).inSeconds ? formatDuration(ms) : formatMinutes(Math.floor(ms / 60_000));
}

/** Age in whole minutes, then hours: `4 minutes ago`; undefined below one minute. */
export function formatAge(ms: number, locale: string): string | undefined {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return undefined;
  const format = relativeTimeFormat(locale, { style: 'short' });
  return minutes < 60 ? format.format(-minutes, 'minute') : format.format(-Math.floor(minutes / 60), 'hour');
}

/** Remaining wait: `42 s`, and from two minutes on `14:05 min`. */
export function formatWait(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return seconds < 120 ? `${seconds} s` : `${minutes}:${String(seconds % 60).padStart(2, '0')} min`;
}

/** Today in the local time zone, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Full years from a birth date to a day; undefined for an invalid or future date. */
export function ageOn(day: string, birthDate: string): number | undefined {
  const [now, born] = [day, birthDate].map((date) => /^(\d{4})-(\d{2}-\d{2})$/.exec(date));
  if (!now?.[1] || !now[2] || !born?.[1] || !born[2]) return undefined;
  const age = Number(now[1]) - Number(born[1]) - (now[2] < born[2] ? 1 : 0);
  return age >= 0 && age < 130 ? age : undefined;
}

/** A day of every year, such as `1 July`. */
export function formatMonthDay(month: number, day: number, locale: string): string {
  // 2000 is a leap year, so 29 February exists.
  return dateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1, day),
  );
}

/** The day after a number of days, weeks, months or years; undefined for another unit or an invalid day. */
export function addSpan(date: string, count: number, unit: string): string | undefined {
  if (!isDay(date) || !Number.isSafeInteger(count)) return undefined;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = { MONTH: count, YEAR: 12 * count }[unit];
  const days = { DAY: count, WEEK: 7 * count }[unit];
  if (months === undefined && days === undefined) return undefined;
  // A day that the month does not have is its last one.
  const last = new Date(Date.UTC(year, month + (months ?? 0), 0)).getUTCDate();
  const moved = Date.UTC(year, month - 1 + (months ?? 0), Math.min(day, last) + (days ?? 0));
  const end = Number.isNaN(moved) ? '' : new Date(moved).toISOString().slice(0, 10);
  // A year beyond 9999 has another form.
  return isDay(end) ? end : undefined;
}

/** Whole days from one day to another, negative when the second one is earlier; NaN for an invalid day. */
export function daysBetween(from: string, to: string): number {
  const day = (text: string) => (isDay(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN);
  return (day(to) - day(from)) / 86_400_000;
}

/** A number of days from today in words: `in 4 days`, `tomorrow`, `today`. */
export function formatDays(days: number, locale: string): string {
  return relativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}
