import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import { today } from '../../format/date';
import type { Language } from '../../messages/language';
import type { BookingsStores } from './bookings-store';
import { rowsAsTable, rowsAsText } from './copy-rows';
import { inOrder, type TimelineRow, timelineOf } from './timeline';

export interface TimelineState {
  overdueFirst: boolean;
  /** Key of the row that the arrow keys are on. */
  active: string | undefined;
  /** Key of the row where a range begins. */
  anchor: string | undefined;
  selected: ReadonlySet<string>;
  /** Result of the last copy: number of rows, or that the clipboard refused it. */
  copied: number | 'refused' | undefined;
  overdueToggled: () => void;
  /** @param by rows down, negative for up; selects a range when `extend` is true */
  moved: (by: number, extend: boolean) => void;
  /** A row got the focus by other means than the arrow keys. */
  focused: (key: string) => void;
  pointed: (key: string, how: 'alone' | 'range' | 'toggle') => void;
  allSelected: () => void;
  selectionDropped: () => void;
  /** Copies the selected rows; without a selection the active row; without one all loaded rows. */
  copyRequested: (as: 'text' | 'table', language: Language) => Promise<void>;
  cleared: () => void;
}

const nothing = {
  active: undefined,
  anchor: undefined,
  selected: new Set<string>() as ReadonlySet<string>,
  copied: undefined,
};

/** Active row and selection of the bookings table. */
export function createTimelineStore(
  { past, upcoming }: BookingsStores,
  clipboard: RingsideCalls['clipboard'],
) {
  return createStore<TimelineState>()((set, get) => {
    const rows = (): TimelineRow[] =>
      inOrder(timelineOf(past.getState(), upcoming.getState(), get().overdueFirst, today()));

    function between(from: string | undefined, to: string): Set<string> {
      const keys = rows().map(({ key }) => key);
      const [a, b] = [keys.indexOf(from ?? to), keys.indexOf(to)].sort((one, other) => one - other);
      return new Set(a === undefined || a < 0 ? [to] : keys.slice(a, (b ?? a) + 1));
    }

    return {
      overdueFirst: false,
      ...nothing,
      overdueToggled: () => set(({ overdueFirst }) => ({ overdueFirst: !overdueFirst, ...nothing })),
      moved(by, extend) {
        const keys = rows().map(({ key }) => key);
        const { active, anchor } = get();
        const at = keys.indexOf(active ?? '');
        const next = keys[at < 0 ? 0 : Math.max(0, Math.min(keys.length - 1, at + by))];
        if (next === undefined) return;
        const from = extend ? (anchor ?? active ?? next) : undefined;
        set({
          active: next,
          anchor: from,
          selected: from === undefined ? new Set() : between(from, next),
          copied: undefined,
        });
      },
      focused: (key) => set({ active: key }),
      pointed(key, how) {
        const { active, anchor, selected } = get();
        const toggled = new Set(selected.size === 0 && active ? [active] : selected);
        if (!toggled.delete(key)) toggled.add(key);
        const from = anchor ?? active ?? key;
        set({
          active: key,
          anchor: how === 'range' ? from : undefined,
          selected: how === 'range' ? between(from, key) : how === 'toggle' ? toggled : new Set(),
          copied: undefined,
        });
      },
      allSelected: () => set({ selected: new Set(rows().map(({ key }) => key)), copied: undefined }),
      selectionDropped: () => set({ selected: new Set(), anchor: undefined, copied: undefined }),
      async copyRequested(as, language) {
        const { selected, active } = get();
        const wanted = selected.size > 0 ? selected : new Set(active === undefined ? [] : [active]);
        const copied = rows().filter(({ key }) => wanted.size === 0 || wanted.has(key));
        if (copied.length === 0) return;
        const text = (as === 'text' ? rowsAsText : rowsAsTable)(copied, language);
        const outcome = await clipboard.write({ text });
        set({ copied: outcome.ok ? copied.length : 'refused' });
      },
      cleared: () => set({ ...nothing, overdueFirst: false }),
    };
  });
}
