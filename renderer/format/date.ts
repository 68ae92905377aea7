/** A calendar day as the locale writes it, the month in letters so that day and month cannot be confused. */
export function formatDate(date: string, locale: string, month: 'short' | 'long' = 'short'): string {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // A date that is none is shown as it came.
  if (Number.isNaN(ms)) return date;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(
    ms,
  );
}

/** The time of day with seconds, on this desktop's clock. */
export function formatTime(ms: number, locale: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, parts).format(ms);
}

/** Today on this desktop's calendar, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Full years from a birth date to a day; undefined for a date that is none or lies ahead. */
export function ageOn(day: string, birthDate: string): number | undefined {
  const [now, born] = [day, birthDate].map((date) => /^(\d{4})-(\d{2}-\d{2})$/.exec(date));
  if (!now?.[1] || !now[2] || !born?.[1] || !born[2]) return undefined;
  const age = Number(now[1]) - Number(born[1]) - (now[2] < born[2] ? 1 : 0);
  return age >= 0 && age < 130 ? age : undefined;
}
