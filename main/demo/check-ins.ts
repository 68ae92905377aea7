import type { CheckInRecord } from './api-records';
import { addDays, addMonths, dayNumber, isDate } from './calendar';
import type { InvalidParameter } from './invalid-parameter';
import { random } from './random';

export type Visit = Omit<CheckInRecord, 'checkinId'>;

/** The visits of a customer as of a day. */
export type VisitPlan = (today: string) => Visit[];

/** Days that a request can cover (API reference). */
const maxDays = 365;
/** Largest slice of check-ins (API reference). */
export const maxCheckIns = 50;

/** One visit of 75 minutes on each of these days before today. */
export function visits(daysAgo: readonly number[]): VisitPlan {
  return (today) => daysAgo.map((days) => visit(addDays(today, -days), 7 + (days % 12)));
}

/** Visits of an invented customer, up to three a week; about one in eight has none. The same ID gives the same visits. */
export function inventVisits(id: string, studio: Partial<Visit>): VisitPlan {
  const rate = Math.max(0, random(Number(id) + 7)() - 0.125) / 2;
  return (today) =>
    Array.from({ length: maxDays }, (_, index) => addDays(today, -1 - index)).flatMap((date) => {
      const draw = random(Number(id) * 31 + dayNumber(date));
      return draw() < rate ? [visit(date, 6 + Math.floor(draw() * 14), studio)] : [];
    });
}

function visit(date: string, hour: number, studio: Partial<Visit> = {}): Visit {
  const start = hour * 60 + (dayNumber(date) % 60);
  return {
    checkInDateTime: dateTime(date, start),
    checkOutDateTime: dateTime(date, start + 75),
    ...studio,
  };
}

/** A number of minutes after midnight as the API writes it, such as `2026-11-20T18:05:00.000+01:00[Europe/Berlin]`. */
export function dateTime(date: string, minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00.000${offsetOn(date)}[Europe/Berlin]`;
}

const berlin = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' });

/** UTC offset of Berlin at noon of a day: `+01:00` or `+02:00`. */
function offsetOn(date: string): string {
  const parts = berlin.formatToParts(Date.parse(`${date}T12:00:00Z`));
  return parts.find(({ type }) => type === 'timeZoneName')?.value.slice(3) ?? '+01:00';
}

/** Check-ins of a customer in the requested days, newest first, or what is invalid. A visit keeps its ID on later days. */
export function checkInsOn(
  customerId: string,
  plan: VisitPlan,
  today: string,
  query: URLSearchParams,
): CheckInRecord[] | InvalidParameter {
  const to = query.get('toDate') ?? today;
  if (!isDate(to)) return { invalid: 'toDate' };
  const from = query.get('fromDate') ?? addMonths(to, -1);
  if (!isDate(from)) return { invalid: 'fromDate' };
  const days = dayNumber(to) - dayNumber(from);
  if (days < 0 || days > maxDays) return { invalid: 'toDate' };
  const base = Number(customerId.slice(-6)) * 1_000_000;
  const seen = new Map<string, number>();
  return plan(today)
    .map((visit): CheckInRecord => {
      const date = dayOf(visit, today);
      const sameDay = seen.get(date) ?? 0;
      seen.set(date, sameDay + 1);
      return { checkinId: base + sameDay * 100_000 + dayNumber(date), ...visit };
    })
    .filter((visit) => dayOf(visit, today) >= from && dayOf(visit, today) <= to)
    .sort((a, b) => dayNumber(dayOf(b, today)) - dayNumber(dayOf(a, today)));
}

/** A visit without a time counts as one of today. */
function dayOf({ checkInDateTime }: Visit, today: string): string {
  return checkInDateTime?.slice(0, 10) ?? today;
}
