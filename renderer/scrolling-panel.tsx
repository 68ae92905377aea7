import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterPaint } from './after-paint';
import styles from './console.module.css';

/** Minimum height in pixels at which the panel scrolls by itself: heading, table header and four rows. */
const minHeightPx = 196;

/**
 * How long a slow answer is not waited for in view, in milliseconds. What stands above has its height when a fast one is there,
 * so that nothing moves, and the balance is painted without tables that have nothing to show.
 */
const unseenMs = 300;

/**
 * The panel that takes the rest of the middle. It scrolls by itself where it has the room; otherwise it has its whole height
 * and scrolls with the middle, so that no scroll bar is inside another.
 */
export function ScrollingPanel(props: {
  /** True while it has nothing to show, or while what stands above is not there. */
  isLoading: boolean;
  children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const [hasRoom, setHasRoom] = useState(true);
  const isShown = useIsShown(props.isLoading);
  useLayoutEffect(() => {
    const element = panel.current;
    const page = element?.closest<HTMLElement>('[data-page]');
    const middle = page?.parentElement;
    if (!element || !page || !middle) return;
    const measure = () => {
      const above = element.getBoundingClientRect().top - page.getBoundingClientRect().top;
      const { overflowY, paddingTop, paddingBottom } = getComputedStyle(middle);
      const room =
        middle.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom) - above;
      // In a narrow window the middle does not scroll, but the desk around it.
      const canScroll = overflowY !== 'visible' && room >= minHeightPx;
      if (canScroll !== (element.dataset.scrolls === 'alone'))
        keepInView(element, middle, () => flushSync(() => setHasRoom(canScroll)));
    };
    // It reports each size first before the next paint, when the page is laid out. What stands above changes the height of the
    // page where it scrolls, and else the height of the panel.
    const sizes = new ResizeObserver(measure);
    for (const each of [middle, page, element]) sizes.observe(each);
    return () => sizes.disconnect();
  }, []);
  return (
    <div ref={panel} className={styles.scrollingPanel} data-scrolls={hasRoom ? 'alone' : 'with-desk'}>
      {isShown && props.children}
    </div>
  );
}

/**
 * Keeps rows in view while something else begins to scroll them: the first row in view where the lists of the panel begin to
 * scroll by themselves, and what has the focus if it was in view.
 *
 * @param change makes the other element scroll
 */
function keepInView(panel: HTMLElement, middle: HTMLElement, change: () => void): void {
  const view = middle.getBoundingClientRect();
  const focused = panel.contains(document.activeElement) ? document.activeElement : null;
  const { top = 0, bottom = 0 } = focused?.getBoundingClientRect() ?? {};
  const list = focused?.closest('[data-scroller]')?.getBoundingClientRect() ?? view;
  const isInView = bottom > Math.max(view.top, list.top) && top < Math.min(view.bottom, list.bottom);
  const places = [...panel.querySelectorAll('[data-scroller]')].flatMap((list) => {
    const place = list.getBoundingClientRect();
    return place.top < view.top && place.bottom > view.top ? [{ list, above: view.top - place.top }] : [];
  });
  change();
  for (const { list, above } of places) list.scrollTop = above;
  if (isInView) focused?.scrollIntoView({ block: 'nearest' });
}

/**
 * Whether a panel has something to show and what stands above is on screen, or has been waited for long enough to show that it
 * waits.
 */
function useIsShown(isLoading: boolean): boolean {
  const [isShown, setIsShown] = useState(!isLoading);
  useEffect(() => {
    if (isShown) return;
    let isWaiting = true;
    const show = () => isWaiting && setIsShown(true);
    const timer = isLoading ? setTimeout(show, unseenMs) : undefined;
    if (!isLoading) void afterPaint().then(show);
    return () => {
      isWaiting = false;
      clearTimeout(timer);
    };
  }, [isLoading, isShown]);
  return isShown;
}
