import type { KeyboardEvent } from 'react';
import type { Language } from '../../messages/language';
import type { BookingsState } from './bookings-store';
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
  past: BookingsState;
  upcoming: BookingsState;
  /** Moves the focus to the search field. */
  onSearch: () => void;
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
    ArrowDown: () => timeline.moved(1, extend ? 'range' : 'keep'),
    ArrowUp: () => timeline.moved(-1, extend ? 'range' : 'keep'),
    Home: () => timeline.moved(-allRows, how(extend)),
    End: () => timeline.moved(allRows, how(extend)),
  };
}

const how = (extend: boolean) => (extend ? 'range' : 'alone');

function plainKeys(context: TableKeysContext, extend: boolean): Keys {
  const { timeline, language } = context;
  const { active } = timeline;
  return {
    ArrowDown: () => timeline.moved(1, how(extend)),
    ArrowUp: () => timeline.moved(-1, how(extend)),
    PageDown: () => movePage(context, 1, extend),
    PageUp: () => movePage(context, -1, extend),
    Home: () => timeline.moved(-allRows, how(extend)),
    End: () => timeline.moved(allRows, how(extend)),
    Escape: timeline.selectionDropped,
    ' ': () => active !== undefined && timeline.pointed(active, 'toggle'),
    c: () => void timeline.copyRequested('text', language),
    t: () => void timeline.copyRequested('table', language),
    o: timeline.overdueToggled,
    f: context.onSearch,
  };
}

/** Moves by a page; at the last row it also loads the next slice. */
function movePage(context: TableKeysContext, by: 1 | -1, extend: boolean): void {
  const { timeline, rows } = context;
  const { nextOffset, moreRequested } = by === 1 ? context.past : context.upcoming;
  const end = by === 1 ? rows.past.at(-1) : rows.upcoming[0];
  if (nextOffset !== undefined && end?.key === timeline.active) void moreRequested();
  timeline.moved(by * pageRows, how(extend));
}
