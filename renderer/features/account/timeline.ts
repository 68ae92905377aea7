import type { Booking, BookingPeriod } from '../../../preload/contract/domain';
import { isFee } from '../../bookings/charge-types';
import { sign } from '../../format/money';
import { known } from '../../loadable';
import { bookingMatcher } from './booking-search';
import type { BookingsState } from './bookings-store';

/** A booking with its place in the table. */
export interface TimelineRow {
  /** Unique key in the table; a booking's ID is unique within its period only. */
  key: string;
  booking: Booking;
  period: BookingPeriod;
}

export const filters = ['all', 'open', 'fees'] as const;
export type Filter = (typeof filters)[number];

/** Which of the loaded bookings are shown, and in which order. */
export interface TimelineChoice {
  overdueFirst: boolean;
  filter: Filter;
  /** Text of the search field; empty for all bookings. */
  query: string;
}

export interface Timeline {
  /** Past bookings that are still open, oldest first. Filled only when requested; then they are not among `past`. */
  overdue: TimelineRow[];
  upcoming: TimelineRow[];
  past: TimelineRow[];
  /** Whether a period is loaded. Until then the numbers say nothing about the customer. */
  isLoaded: boolean;
  /** Number of loaded bookings that each filter shows. */
  counts: Record<Filter, number>;
  /** False when no loaded booking says what kind of charge it is. */
  knowsFees: boolean;
}

/** Rows of loaded bookings: the same objects at every call, so that a render draws only the rows that changed. */
const rowsOfBookings = new WeakMap<readonly Booking[], TimelineRow[]>();

function rowsOf(period: BookingPeriod, { content }: Pick<BookingsState, 'content'>): TimelineRow[] {
  const bookings = known(content)?.value;
  if (!bookings) return [];
  const made =
    rowsOfBookings.get(bookings) ??
    bookings.map((booking) => ({ key: `${period} ${booking.id}`, booking, period }));
  rowsOfBookings.set(bookings, made);
  return made;
}

/** The chosen ones of the loaded bookings, in the order of the table. */
export function timelineOf(
  past: Pick<BookingsState, 'content'>,
  upcoming: Pick<BookingsState, 'content'>,
  { overdueFirst, filter, query }: TimelineChoice,
  today: string,
): Timeline {
  const [before, ahead] = [rowsOf('past', past), rowsOf('upcoming', upcoming)];
  const isToday = ({ booking }: TimelineRow) => booking.dueDate.startsWith(today);
  // What is due later is not owed yet, though the API sends an open amount for it.
  const isDueAndOpen = (row: TimelineRow) => (row.period === 'past' || isToday(row)) && isOpen(row.booking);
  const passes: Record<Filter, (row: TimelineRow) => boolean> = {
    all: () => true,
    open: isDueAndOpen,
    fees: ({ booking }) => isFee(booking),
  };
  const matches = bookingMatcher(query);
  const isShown = (row: TimelineRow) => passes[filter](row) && (!matches || matches(row.booking));
  const isOverdue = ({ booking }: TimelineRow) => overdueFirst && isOpen(booking);
  const [shownBefore, shownAhead] = [before.filter(isShown), ahead.filter(isShown)];
  const count = (by: Filter) => before.filter(passes[by]).length + ahead.filter(passes[by]).length;
  const hasChargeType = ({ booking }: TimelineRow) => booking.chargeType !== undefined;
  return {
    overdue: shownBefore.filter(isOverdue).reverse(),
    // What is due today is not ahead: it stands below the line of today.
    upcoming: shownAhead.filter((row) => !isToday(row)),
    past: [...shownAhead.filter(isToday), ...shownBefore.filter((row) => !isOverdue(row))],
    isLoaded: [past, upcoming].some(({ content }) => known(content) !== undefined),
    counts: { all: count('all'), open: count('open'), fees: count('fees') },
    knowsFees: before.some(hasChargeType) || ahead.some(hasChargeType),
  };
}

/** All rows from top to bottom. */
export function inOrder({ overdue, upcoming, past }: Timeline): TimelineRow[] {
  return [...overdue, ...upcoming, ...past];
}

/** The rows that a copy takes: the selected ones; without a selection the active one; without one all shown rows. */
export function rowsToCopy(
  rows: readonly TimelineRow[],
  { selected, active }: { selected: ReadonlySet<string>; active: string | undefined },
): readonly TimelineRow[] {
  if (selected.size > 0) return rows.filter(({ key }) => selected.has(key));
  const row = rows.find(({ key }) => key === active);
  return row ? [row] : rows;
}

export function isOpen({ openAmount }: Booking): boolean {
  return openAmount !== undefined && sign(openAmount.amount) !== 0;
}
