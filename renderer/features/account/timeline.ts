import type { Booking, BookingPeriod } from '../../../preload/contract/domain';
import { sign } from '../../format/money';
import { known } from '../../loadable';
import type { BookingsState } from './bookings-store';

/** A booking with its place in the table. */
export interface TimelineRow {
  /** Unique key in the table; a booking's ID is unique within its period only. */
  key: string;
  booking: Booking;
  period: BookingPeriod;
}

export interface Timeline {
  /** Past bookings that are still open, oldest first. Filled only when requested; then they are not among `past`. */
  overdue: TimelineRow[];
  upcoming: TimelineRow[];
  past: TimelineRow[];
}

/** The loaded bookings in the order of the table. */
export function timelineOf(
  past: Pick<BookingsState, 'content'>,
  upcoming: Pick<BookingsState, 'content'>,
  overdueFirst: boolean,
  today: string,
): Timeline {
  const rows = (period: BookingPeriod, bookings: readonly Booking[] = []) =>
    bookings.map((booking) => ({ key: `${period} ${booking.id}`, booking, period }));
  const before = rows('past', known(past.content)?.value);
  const isOverdue = ({ booking }: TimelineRow) => overdueFirst && isOpen(booking);
  // What is due today is not ahead: it stands below the line of today.
  const ahead = rows('upcoming', known(upcoming.content)?.value);
  const isToday = ({ booking }: TimelineRow) => booking.dueDate.startsWith(today);
  return {
    overdue: before.filter(isOverdue).reverse(),
    upcoming: ahead.filter((row) => !isToday(row)),
    past: [...ahead.filter(isToday), ...before.filter((row) => !isOverdue(row))],
  };
}

/** All rows from top to bottom. */
export function inOrder({ overdue, upcoming, past }: Timeline): TimelineRow[] {
  return [...overdue, ...upcoming, ...past];
}

export function isOpen({ openAmount }: Booking): boolean {
  return openAmount !== undefined && sign(openAmount.amount) !== 0;
}
