import type { Booking, CalendarDate, Money } from '../../preload/contract/domain';
import { isDay } from '../format/date';
import { sign } from '../format/money';
import { sumsOf } from './open-amounts';

export interface Overdue {
  /** Positive open amounts by currency. */
  sums: Money[];
  /** The bookings that the sums are of. */
  bookings: Booking[];
  count: number;
  /** The earliest due date; absent where nothing is overdue or no due date can be read. */
  oldest?: CalendarDate;
  /** Number of bookings whose open amount was not sent. */
  unknown: number;
  /** Number of bookings with a negative open amount, which no sum contains. */
  negative: number;
}

/**
 * Sums the open amounts of bookings that were due before today: past ones, as the API calls them, and upcoming ones
 * whose day is over. A negative open amount is never netted with the others, because the API does not say what it means.
 */
export function overdueOf(
  past: readonly Booking[],
  today: CalendarDate,
  upcoming: readonly Booking[] = [],
): Overdue {
  // A desk that is open past midnight, or ahead of the studio, has upcoming bookings of yesterday.
  const due = [...past, ...upcoming.filter((booking) => dayOf(booking) !== '' && dayOf(booking) < today)];
  const bookings = due.filter(({ openAmount }) => openAmount !== undefined && sign(openAmount.amount) > 0);
  const [oldest] = bookings.map(dayOf).filter(Boolean).sort();
  return {
    sums: sumsOf(bookings.flatMap(({ openAmount }) => openAmount ?? [])),
    bookings,
    count: bookings.length,
    ...(oldest && { oldest }),
    unknown: due.filter(({ openAmount }) => openAmount === undefined).length,
    negative: due.filter(({ openAmount }) => openAmount !== undefined && sign(openAmount.amount) < 0).length,
  };
}

export interface NextDue {
  date: CalendarDate;
  /** What is due on that day, by currency: the open amount, or the amount where no open amount was sent. */
  sums: Money[];
  count: number;
}

/** Number of upcoming bookings whose amount or due date is not known. */
export function unknownDue(upcoming: readonly Booking[]): number {
  return upcoming.filter((booking) => dayOf(booking) === '' || !(booking.openAmount ?? booking.amount))
    .length;
}

/** The first day from today on with something to pay; undefined without one. */
export function nextDueOf(upcoming: readonly Booking[], today: CalendarDate): NextDue | undefined {
  const ahead = upcoming.flatMap((booking) => {
    const date = dayOf(booking);
    const money = booking.openAmount ?? booking.amount;
    return date >= today && money && sign(money.amount) > 0 ? { date, money } : [];
  });
  const [date] = ahead.map((each) => each.date).sort();
  if (date === undefined) return undefined;
  const sameDay = ahead.filter((each) => each.date === date);
  return { date, sums: sumsOf(sameDay.map(({ money }) => money)), count: sameDay.length };
}

/** Due days by booking, because each render compares them many times. */
const days = new WeakMap<Booking, CalendarDate>();

/** The day on which a booking is due; empty where the due date is no date. */
function dayOf(booking: Booking): CalendarDate {
  const known = days.get(booking);
  if (known !== undefined) return known;
  const text = booking.dueDate.slice(0, 10);
  const day = isDay(text) ? text : '';
  days.set(booking, day);
  return day;
}
