import type { Booking, BookingPeriod } from '../../../preload/contract/domain';
import { sign } from '../../format/money';
import { known } from '../../loadable';
import type { BookingsState } from './bookings-store';

/** A booking where it stands in the table. */
export interface TimelineRow {
  /** Its name in the table: an id is one of its period's. */
  key: string;
  booking: Booking;
  period: BookingPeriod;
}

export interface Timeline {
  /** Past and still open, the oldest first; only when asked for, and then not among `past`. */
  overdue: TimelineRow[];
  upcoming: TimelineRow[];
  past: TimelineRow[];
}

/** The loaded bookings in the order of the table. */
export function timelineOf(
  past: Pick<BookingsState, 'content'>,
  upcoming: Pick<BookingsState, 'content'>,
  overdueFirst: boolean,
): Timeline {
  const rows = (period: BookingPeriod, bookings: readonly Booking[] = []) =>
    bookings.map((booking) => ({ key: `${period} ${booking.id}`, booking, period }));
  const before = rows('past', known(past.content)?.value);
  const isOverdue = ({ booking }: TimelineRow) => overdueFirst && isOpen(booking);
  return {
    overdue: before.filter(isOverdue).reverse(),
    upcoming: rows('upcoming', known(upcoming.content)?.value),
    past: before.filter((row) => !isOverdue(row)),
  };
}

/** From top to bottom. */
export function inOrder({ overdue, upcoming, past }: Timeline): TimelineRow[] {
  return [...overdue, ...upcoming, ...past];
}

export function isOpen({ openAmount }: Booking): boolean {
  return openAmount !== undefined && sign(openAmount.amount) !== 0;
}
