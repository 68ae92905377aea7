import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Booking, BookingPeriod, BookingSlice } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { known, type Loadable, problemOf } from '../../loadable';

/** The bookings of one period, as far as they are loaded. */
export interface BookingsState {
  /** Newest first. A failure of a later slice keeps the earlier ones as `previous`. */
  content: Loadable<Booking[]>;
  /** Offset of the next slice; undefined when there is none. */
  nextOffset: string | undefined;
  /** True while further slices are loaded in the background, until all bookings or {@link maxInBackground} are there. */
  isGrowing: boolean;
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

const empty = {
  content: { state: 'idle' } as Loadable<Booking[]>,
  nextOffset: undefined,
  isGrowing: false,
};

/** Number of bookings up to which slices are loaded in the background, so that a sum is complete for most customers. */
const maxInBackground = 500;
/** Bookings in a slice, or up to 500 if the API sends more. */
const sliceSize = 50;
/** Number of slices up to which they are loaded in the background; after a refresh as many as there were before. */
const maxSlices = 10;

/**
 * The bookings of one period, before today or from today on. After the first slice, further ones are loaded in the
 * background. When one of these fails, the bookings stay incomplete and say so.
 *
 * @param afterPaint resolves when the last render is on screen; the request waits for it, so that bookings never delay the balance
 * @param afterBalance resolves when the balance is on screen or has failed; the background waits for it
 */
export function createBookingsStore(
  api: Pick<RingsideCalls['account'], 'bookings'>,
  period: BookingPeriod,
  afterPaint: () => Promise<void>,
  afterBalance: () => Promise<void>,
) {
  let customer: CustomerRef | undefined;
  let turn = 0;
  let lastOffset: string | undefined;
  let rows: Booking[] = [];
  /** Offset of the slice after those rows. */
  let next: string | undefined;
  /** Number of rows to wait for before they replace those on screen, so that a refresh does not move what the agent reads. */
  let awaited = 0;

  return createStore<BookingsState>()((set, get) => {
    /** @param offset where the slice begins; undefined starts over */
    async function load(offset: string | undefined): Promise<void> {
      if (customer === undefined) return;
      turn += 1;
      lastOffset = offset;
      const mine = turn;
      const { content } = get();
      const previous = known(content);
      set({ content: { state: 'loading', previous, retried: problemOf(content) }, isGrowing: false });
      await afterPaint();
      if (mine !== turn) return;
      const outcome = await api.bookings({ ...input(customer), ...(offset !== undefined && { offset }) });
      if (mine !== turn) return;
      if (!outcome.ok) {
        rows = previous?.value ?? [];
        next = get().nextOffset;
        awaited = 0;
        set({ content: { state: 'failed', problem: outcome.problem, previous } });
        return;
      }
      if (offset === undefined) rows = [];
      awaited = offset === undefined ? (previous?.value.length ?? 0) : 0;
      take(outcome.value);
      void grow(mine);
    }

    const input = ({ studio, id }: CustomerRef) => ({ studio, id, period });

    function take(slice: BookingSlice): void {
      rows = merge(rows, JSON.parse(slice.bookings));
      next = slice.nextOffset;
      if (next === undefined || rows.length >= awaited) show();
    }

    function show(): void {
      awaited = 0;
      set({ content: { state: 'ready', value: rows, asOf: Date.now() }, nextOffset: next });
    }

    /** Loads further slices in the background while `mine` is the current turn. */
    async function grow(mine: number): Promise<void> {
      const [most, mostSlices] = [
        Math.max(maxInBackground, awaited),
        Math.max(maxSlices, awaited / sliceSize),
      ];
      const isWanted = () => mine === turn && next !== undefined && rows.length < most;
      if (isWanted()) {
        set({ isGrowing: true });
        await afterBalance();
      }
      // SECURITY: an API that sends few bookings a slice, or the same slice again, must not keep Ringside asking.
      for (let slices = 1; slices < mostSlices && isWanted() && customer !== undefined; slices += 1) {
        const offset = next ?? '';
        const outcome = await api.bookings({ ...input(customer), offset, isBackground: true });
        if (mine !== turn) return;
        if (!outcome.ok) break;
        take(outcome.value);
        if (next === offset) break;
        await afterPaint();
      }
      if (mine !== turn) return;
      if (awaited > 0) show();
      set({ isGrowing: false });
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
          rows = shown?.value ?? [];
          next = nextOffset;
          set({ content: shown ?? empty.content, nextOffset });
          if (content.state !== 'ready') void load(undefined);
          else void grow(turn);
        };
      },
      cleared() {
        customer = undefined;
        turn += 1;
        rows = [];
        next = undefined;
        awaited = 0;
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
