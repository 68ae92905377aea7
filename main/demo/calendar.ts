/** Days as the API writes them, `YYYY-MM-DD`. Strings of this form sort in calendar order. */

const dayMs = 86_400_000;
const form = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is an existing day; 2023-02-29 is not. */
export function isDate(text: string): boolean {
  const ms = form.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && dateOf(ms) === text;
}

/** Whole days since 1970-01-01. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

export function addDays(date: string, days: number): string {
  return dateOf((dayNumber(date) + days) * dayMs);
}

/** A day in the month that is `months` away from the month of `date`. */
export function dayOfMonth(date: string, months: number, day = 1): string {
  const [year = 1970, month = 1] = date.split('-').map(Number);
  return dateOf(Date.UTC(year, month - 1 + months, day));
}

/** The same day in another month, or the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const sameDay = dayOfMonth(date, months, Number(date.slice(8)));
  const lastDay = addDays(dayOfMonth(date, months + 1), -1);
  return sameDay < lastDay ? sameDay : lastDay;
}

/** Last day of "one year ahead"; a 29 February gives a 28 February. */
export function yearAfter(date: string): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return dateOf(Date.UTC(year + 1, month - 1, month === 2 ? Math.min(day, 28) : day));
}

/** Today in the local time zone. */
export function localToday(ms: number): string {
  const now = new Date(ms);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
