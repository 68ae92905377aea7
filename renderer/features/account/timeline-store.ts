import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Customer } from '../../../preload/contract/domain';
import { today } from '../../format/date';
import type { Language } from '../../messages/language';
import type { BookingsStores } from './bookings-store';
import { rowsAsTable, rowsAsText } from './copy-rows';
import {
  type Filter,
  inOrder,
  rowsToCopy,
  type TimelineChoice,
  type TimelineRow,
  timelineOf,
} from './timeline';

/** A command that the agent gave before the bookings were loaded. */
export type Wish = 'focus' | 'overdueFirst';

export interface TimelineState extends TimelineChoice {
  /** Key of the row that the arrow keys are on. */
  active: string | undefined;
  /** Key of the row where a range begins. */
  anchor: string | undefined;
  selected: ReadonlySet<string>;
  /** Result of the last copy: number of rows, or that the clipboard refused it. */
  copied: number | 'refused' | undefined;
  /** Why the last command had no effect: there are no bookings yet, or none at all. */
  refused: 'loading' | 'none' | undefined;
  /** Commands that wait for the bookings. They are kept when the customer is opened. */
  wishes: ReadonlySet<Wish>;
  overdueToggled: () => void;
  filterChosen: (filter: Filter) => void;
  searched: (query: string) => void;
  /** @param by rows down, negative for up. `range` selects up to the row, `keep` leaves the selection as it is. */
  moved: (by: number, how: 'alone' | 'range' | 'keep') => void;
  /** A row got the focus by other means than the arrow keys. */
  focused: (key: string) => void;
  pointed: (key: string, how: 'alone' | 'range' | 'toggle') => void;
  allSelected: () => void;
  selectionDropped: () => void;
  /** Copies {@link rowsToCopy}. */
  copyRequested: (as: 'text' | 'table', language: Language) => Promise<void>;
  /** A command came before the bookings did. */
  cameEarly: (wish?: Wish) => void;
  /** The table has taken the focus that was asked for, or cannot, because there are no bookings. */
  focusDecided: (there: boolean) => void;
  wishesDropped: () => void;
  /** The bookings of another customer are loaded. */
  opened: () => void;
  cleared: () => void;
}

/** State without a result of the last command. */
const quiet = { copied: undefined, refused: undefined };

const nothing = {
  ...quiet,
  active: undefined,
  anchor: undefined,
  selected: new Set<string>() as ReadonlySet<string>,
};

const initial = {
  ...nothing,
  overdueFirst: false,
  filter: 'all' as Filter,
  query: '',
  wishes: new Set<Wish>() as ReadonlySet<Wish>,
};

/**
 * Order, filter, active row and selection of the bookings table.
 *
 * @param customer whose bookings they are; copied rows name them
 */
export function createTimelineStore(
  { past, upcoming }: BookingsStores,
  clipboard: RingsideCalls['clipboard'],
  customer: () => Customer | undefined,
) {
  return createStore<TimelineState>()((set, get) => {
    const rows = (): TimelineRow[] =>
      inOrder(timelineOf(past.getState(), upcoming.getState(), get(), today()));

    function between(from: string | undefined, to: string): Set<string> {
      const keys = rows().map(({ key }) => key);
      const [a, b] = [keys.indexOf(from ?? to), keys.indexOf(to)].sort((one, other) => one - other);
      return new Set(a === undefined || a < 0 ? [to] : keys.slice(a, (b ?? a) + 1));
    }

    return {
      ...initial,
      overdueToggled() {
        const wasIn = get().active !== undefined;
        set(({ overdueFirst }) => ({ overdueFirst: !overdueFirst, ...nothing }));
        // The keys go on from the top, where the overdue rows are.
        if (wasIn) set({ active: rows()[0]?.key });
      },
      // What is no longer shown is not copied.
      filterChosen: (filter) => set({ filter, ...nothing }),
      searched: (query) => set({ query, ...nothing }),
      moved(by, how) {
        const keys = rows().map(({ key }) => key);
        const { active, anchor, selected } = get();
        const at = keys.indexOf(active ?? '');
        const next = keys[at < 0 ? 0 : Math.max(0, Math.min(keys.length - 1, at + by))];
        if (next === undefined) return;
        const from = how === 'range' ? (anchor ?? active ?? next) : undefined;
        const kept = how === 'keep' ? selected : new Set<string>();
        set({ ...quiet, active: next, anchor: from ?? next, selected: from ? between(from, next) : kept });
      },
      focused: (key) => set({ active: key }),
      pointed(key, how) {
        const { active, anchor, selected } = get();
        const toggled = new Set(selected);
        if (!toggled.delete(key)) toggled.add(key);
        const from = anchor ?? active ?? key;
        const chosen = {
          alone: () => new Set([key]),
          range: () => between(from, key),
          toggle: () => toggled,
        };
        set({ ...quiet, active: key, anchor: how === 'range' ? from : key, selected: chosen[how]() });
      },
      allSelected: () => set({ ...quiet, selected: new Set(rows().map(({ key }) => key)) }),
      selectionDropped: () => set({ ...quiet, selected: new Set(), anchor: undefined }),
      async copyRequested(as, language) {
        const bookings = rowsToCopy(rows(), get()).map(({ booking }) => booking);
        if (bookings.length === 0) {
          set({ refused: 'none' });
          return;
        }
        const text = (as === 'text' ? rowsAsText : rowsAsTable)({ customer: customer(), bookings }, language);
        const outcome = await clipboard.write({ text });
        set({ copied: outcome.ok ? bookings.length : 'refused' });
      },
      cameEarly: (wish) =>
        set(({ wishes }) => ({ refused: 'loading', wishes: wish ? new Set([...wishes, wish]) : wishes })),
      focusDecided: (there) =>
        set(({ wishes }) => ({
          wishes: new Set([...wishes].filter((wish) => wish !== 'focus')),
          refused: there ? undefined : 'none',
        })),
      wishesDropped: () => set({ wishes: new Set(), refused: undefined }),
      opened: () =>
        set(({ wishes, refused }) => ({
          ...initial,
          overdueFirst: wishes.has('overdueFirst'),
          wishes: new Set([...wishes].filter((wish) => wish === 'focus')),
          refused,
        })),
      cleared: () => set(initial),
    };
  });
}
