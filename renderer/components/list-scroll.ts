import { measureElement, observeElementOffset } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** What scrolls a list, and where the list begins in it. */
export interface ListScroll {
  element: HTMLElement | null;
  /** Pixels from the top of what the element scrolls to the top of the list. */
  margin: number;
}

/**
 * Height of a row of a virtual list: as the browser reports it after the layout; until then the one that was reported last, or
 * the estimate. Reading it from the element would make the browser lay the page out for each row that is added.
 */
export const reportedHeight: typeof measureElement = (element, entry, list) => {
  if (entry) return measureElement(element, entry, list);
  const index = list.indexFromElement(element);
  return list.itemSizeCache.get(list.options.getItemKey(index)) ?? list.options.estimateSize(index);
};

/**
 * Where a virtual list is scrolled to, beginning with where it is now: it may have been scrolled before the list observes it, and
 * the browser reports that only once.
 */
export const offsetFromNow: typeof observeElementOffset = (list, report) => {
  const end = observeElementOffset(list, report);
  if (list.scrollElement) report(list.scrollElement.scrollTop, false);
  return end;
};

/** The nearest element that scrolls vertically: the list itself, or an ancestor where the desk scrolls as a whole. */
export function useListScroll(list: RefObject<HTMLElement | null>): ListScroll {
  const [scroll, setScroll] = useState<ListScroll>({ element: null, margin: 0 });
  const update = () => {
    const next = scrollOf(list.current);
    setScroll((now) => (now.element === next.element && now.margin === next.margin ? now : next));
  };
  // What stands above the list may change with any render. Once a frame, since reading a size in an effect makes the browser lay
  // the page out for each render.
  useEffect(() => {
    const frame = requestAnimationFrame(() => flushSync(update));
    return () => cancelAnimationFrame(frame);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `update` reads nothing that changes.
  useLayoutEffect(() => {
    if (!list.current) return;
    const sizes = new ResizeObserver(() => flushSync(update));
    sizes.observe(list.current);
    return () => sizes.disconnect();
  }, [list]);
  return scroll;
}

function scrollOf(list: HTMLElement | null): ListScroll {
  let element = list;
  while (element && !['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
    element = element.parentElement;
  if (!list || !element || element === list) return { element, margin: 0 };
  const from = element.getBoundingClientRect().top - element.scrollTop;
  return { element, margin: Math.round(list.getBoundingClientRect().top - from) };
}
