import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import { offsetFromNow, reportedHeight, useListScroll } from '../../components/list-scroll';
import type { TableItem } from './period-items';

/** Rows drawn above and below those in view, so that fast scrolling shows no gap. */
const spare = 8;

/** A drawn row: its place in the table, and the pixels of the rows above it that are not drawn. */
export interface DrawnRow {
  item: TableItem;
  index: number;
  gap: number;
}

/**
 * The rows that have to be drawn: those in view, the active one, which has the focus or gets it with Tab, and all that
 * are not bookings, since they hold buttons and messages.
 *
 * @param focusable key of the active row
 */
export function useDrawnRows(
  scroller: RefObject<HTMLElement | null>,
  items: readonly TableItem[],
  focusable: string | undefined,
) {
  const [rowPixels] = useState(() => Number.parseInt(rootStyle('--row'), 10) || 32);
  const always = useMemo(
    () => items.flatMap(({ key, row }, index) => (row === undefined || key === focusable ? [index] : [])),
    [items, focusable],
  );
  const scroll = useListScroll(scroller);
  // A new function makes the virtualizer lay out all rows again.
  const estimateSize = useCallback(() => rowPixels, [rowPixels]);
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: items.length,
    getScrollElement: () => scroll.element,
    scrollMargin: scroll.margin,
    estimateSize,
    observeElementOffset: offsetFromNow,
    measureElement: reportedHeight,
    getItemKey,
    overscan: spare,
    // Prevents the virtualizer from applying the table's scroll position to the desk when the desk becomes what scrolls.
    scrollToFn: () => undefined,
    // Height before the first layout, so that the first render already has rows.
    initialRect: { width: 0, height: 480 },
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...always])].sort((a, b) => a - b),
  });
  // The browser keeps the rows in view where they are (overflow-anchor).
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false;

  let above = scroll.margin;
  const drawn: DrawnRow[] = [];
  for (const { index, start, end } of virtualizer.getVirtualItems()) {
    const item = items[index];
    if (item) drawn.push({ item, index, gap: start - above });
    above = end;
  }
  return {
    drawn,
    /** Where the table is scrolled to, and where a row begins, in pixels as they were known at this render. */
    scrollTop: virtualizer.scrollOffset ?? 0,
    startOf: (index: number) => virtualizer.measurementsCache[index]?.start ?? 0,
    below: virtualizer.getTotalSize() + scroll.margin - above,
    measure: virtualizer.measureElement,
  };
}

function rootStyle(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name);
}
