import type { KeyboardEvent } from 'react';
import type { BookingPeriod } from '../../../preload/contract/domain';
import type { Language } from '../../messages/language';
import type { Timeline } from './timeline';
import type { TimelineState } from './timeline-store';

/** Rows that Page Up and Page Down move by. */
const pageRows = 10;

/** Past any row: Home and End stop at the first and last one. */
const allRows = Number.MAX_SAFE_INTEGER;

/** What the keys of the table work on. */
export interface TableKeysContext {
  timeline: TimelineState;
  rows: Timeline;
  language: Language;
  hasMore: (period: BookingPeriod) => boolean;
  loadMore: (period: BookingPeriod) => void;
}

/** Keyboard handler of the bookings table. Letters act only in the table, where there is no text field. */
export function onTableKey(event: KeyboardEvent, context: TableKeysContext): void {
  if (event.target instanceof HTMLButtonElement || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const command = event.ctrlKey || event.metaKey;
  const copiesMarkedText = command && key === 'c' && window.getSelection()?.isCollapsed === false;
  const isShiftedLetter = event.shiftKey && key.length === 1;
  if (copiesMarkedText || isShiftedLetter) return;
  const run = (command ? commandKeys : plainKeys)(context, event.shiftKey)[key];
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

type Keys = Record<string, (() => void) | undefined>;

function commandKeys({ timeline, language }: TableKeysContext, extend: boolean): Keys {
  return {
    a: timeline.allSelected,
    c: () => void timeline.copyRequested('text', language),
    Home: () => timeline.moved(-allRows, extend),
    End: () => timeline.moved(allRows, extend),
  };
}

function plainKeys(context: TableKeysContext, extend: boolean): Keys {
  const { timeline, language } = context;
  const { active } = timeline;
  return {
    ArrowDown: () => timeline.moved(1, extend),
    ArrowUp: () => timeline.moved(-1, extend),
    PageDown: () => movePage(context, 1, extend),
    PageUp: () => movePage(context, -1, extend),
    Home: () => timeline.moved(-allRows, extend),
    End: () => timeline.moved(allRows, extend),
    Escape: timeline.selectionDropped,
    ' ': () => active !== undefined && timeline.pointed(active, 'toggle'),
    c: () => void timeline.copyRequested('text', language),
    t: () => void timeline.copyRequested('table', language),
    o: timeline.overdueToggled,
  };
}

/** Moves by a page; at the last row it also loads the next slice. */
function movePage(context: TableKeysContext, by: 1 | -1, extend: boolean): void {
  const { timeline, rows, hasMore, loadMore } = context;
  const period = by === 1 ? 'past' : 'upcoming';
  const end = by === 1 ? rows.past.at(-1) : rows.upcoming[0];
  if (hasMore(period) && end?.key === timeline.active) loadMore(period);
  timeline.moved(by * pageRows, extend);
}
