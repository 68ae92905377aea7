import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Booking, BookingPeriod } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { known, type Loadable, problemOf } from '../../loadable';

/** The bookings of one period, as far as they are loaded. */
export interface BookingsState {
  /** Newest first. A failure of a later slice keeps the earlier ones as `previous`. */
  content: Loadable<Booking[]>;
  /** Offset of the next slice; undefined when there is none. */
  nextOffset: string | undefined;
  opened: (customer: CustomerRef) => Promise<void>;
  refreshed: () => Promise<void>;
  moreRequested: () => Promise<void>;
  /** Requests the failed slice again, the first or a later one. */
  retried: () => Promise<void>;
  /** Remembers the loaded slices. @returns shows them again, and loads the first one if it was not loaded */
  kept: () => () => void;
  cleared: () => void;
}

/** The stores of both periods; each loads and fails without the other. */
export type BookingsStores = Record<BookingPeriod, ReturnType<typeof createBookingsStore>>;

const empty = { content: { state: 'idle' } as Loadable<Booking[]>, nextOffset: undefined };

/**
 * The bookings of one period, before today or from today on.
 *
 * @param afterPaint resolves when the last render is on screen; the request waits for it, so that bookings never delay the balance
 */
export function createBookingsStore(
  api: Pick<RingsideCalls['account'], 'bookings'>,
  period: BookingPeriod,
  afterPaint: () => Promise<void>,
) {
  let customer: CustomerRef | undefined;
  let turn = 0;
  let lastOffset: string | undefined;

  return createStore<BookingsState>()((set, get) => {
    /** @param offset where the slice begins; undefined starts over */
    async function load(offset: string | undefined): Promise<void> {
      if (customer === undefined) return;
      turn += 1;
      lastOffset = offset;
      const mine = turn;
      const { content } = get();
      const previous = known(content);
      set({ content: { state: 'loading', previous, retried: problemOf(content) } });
      await afterPaint();
      if (mine !== turn) return;
      const { studio, id } = customer;
      const outcome = await api.bookings({ studio, id, period, ...(offset !== undefined && { offset }) });
      if (mine !== turn) return;
      if (!outcome.ok) {
        set({ content: { state: 'failed', problem: outcome.problem, previous } });
        return;
      }
      const { nextOffset } = outcome.value;
      const bookings: Booking[] = JSON.parse(outcome.value.bookings);
      const before = offset === undefined ? [] : (previous?.value ?? []);
      set({ content: { state: 'ready', value: merge(before, bookings), asOf: Date.now() }, nextOffset });
    }

    return {
      ...empty,
      async opened(ref) {
        get().cleared();
        customer = ref;
        await load(undefined);
      },
      refreshed: () => load(undefined),
      async moreRequested() {
        const { content, nextOffset } = get();
        if (content.state !== 'loading') await load(nextOffset);
      },
      retried: () => load(lastOffset),
      kept() {
        const [of, { content, nextOffset }] = [customer, get()];
        const shown = known(content);
        return () => {
          get().cleared();
          customer = of;
          set({ content: shown ?? empty.content, nextOffset });
          if (content.state !== 'ready') void load(undefined);
        };
      },
      cleared() {
        customer = undefined;
        turn += 1;
        set(empty);
      },
    };
  });
}

/** Newest first, since the order of an answer is not documented. A booking that came twice is kept as it came last. */
function merge(before: readonly Booking[], slice: readonly Booking[]): Booking[] {
  const rows = new Map([...before, ...slice].map((booking) => [booking.id, booking]));
  return [...rows.values()].sort((a, b) => (a.dueDate < b.dueDate ? 1 : a.dueDate > b.dueDate ? -1 : 0));
}
