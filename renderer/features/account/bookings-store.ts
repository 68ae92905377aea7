import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Booking, BookingPeriod, CustomerId } from '../../../preload/contract/domain';
import { known, type Loadable, problemOf } from '../../loadable';

/** The bookings of one period, as far as they are loaded. */
export interface BookingsOf {
  /** Newest first. A failure of a later slice keeps the earlier ones as `previous`. */
  content: Loadable<Booking[]>;
  /** Where the next slice begins; undefined when there is none. */
  nextOffset: string | undefined;
}

export interface BookingsState {
  past: BookingsOf;
  upcoming: BookingsOf;
  opened: (id: CustomerId) => Promise<void>;
  refreshed: () => Promise<void>;
  moreRequested: (period: BookingPeriod) => Promise<void>;
  /** Asks for the slice again that failed, be it the first or a later one. */
  retried: (period: BookingPeriod) => Promise<void>;
  cleared: () => void;
}

const nothing: BookingsOf = { content: { state: 'idle' }, nextOffset: undefined };

/**
 * Bookings before and from today, each period loading and failing by itself.
 *
 * @param afterPaint resolves when what was drawn last is on the screen: the balance is never late because of its bookings
 */
export function createBookingsStore(api: RingsideCalls['account'], afterPaint: () => Promise<void>) {
  let customer: CustomerId | undefined;
  const turns: Record<BookingPeriod, number> = { past: 0, upcoming: 0 };
  const asked: Partial<Record<BookingPeriod, string | undefined>> = {};

  return createStore<BookingsState>()((set, get) => {
    /** @param offset where the slice begins; undefined starts over */
    async function load(period: BookingPeriod, offset: string | undefined): Promise<void> {
      if (customer === undefined) return;
      turns[period] += 1;
      asked[period] = offset;
      const mine = turns[period];
      const { content, nextOffset } = get()[period];
      const previous = known(content);
      set({ [period]: { content: { state: 'loading', previous, retried: problemOf(content) }, nextOffset } });
      await afterPaint();
      if (mine !== turns[period]) return;
      const outcome = await api.bookings({ id: customer, period, ...(offset !== undefined && { offset }) });
      if (mine !== turns[period]) return;
      if (!outcome.ok) {
        set({ [period]: { content: { state: 'failed', problem: outcome.problem, previous }, nextOffset } });
        return;
      }
      const before = offset === undefined ? [] : (previous?.value ?? []);
      set({
        [period]: {
          content: { state: 'ready', value: merge(before, outcome.value.bookings), asOf: Date.now() },
          nextOffset: outcome.value.nextOffset,
        },
      });
    }

    return {
      past: nothing,
      upcoming: nothing,
      async opened(id) {
        get().cleared();
        customer = id;
        await get().refreshed();
      },
      async refreshed() {
        await Promise.all([load('upcoming', undefined), load('past', undefined)]);
      },
      async moreRequested(period) {
        const { content, nextOffset } = get()[period];
        if (content.state !== 'loading') await load(period, nextOffset);
      },
      retried: (period) => load(period, asked[period]),
      cleared() {
        customer = undefined;
        turns.past += 1;
        turns.upcoming += 1;
        set({ past: nothing, upcoming: nothing });
      },
    };
  });
}

/** Newest first; the order within an answer is not documented. A row that came twice is kept once, as it came last. */
function merge(before: readonly Booking[], slice: readonly Booking[]): Booking[] {
  const rows = new Map([...before, ...slice].map((booking) => [booking.id, booking]));
  return [...rows.values()].sort((a, b) => b.dueDate.localeCompare(a.dueDate));
}
