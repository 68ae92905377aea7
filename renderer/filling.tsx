import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './console.module.css';

/** Least height in which a panel scrolls by itself: its heading, the header of its table and four rows, in pixels. */
const leastHeight = 196;

/**
 * The panel that takes the rest of the middle. It scrolls by itself where it has the room; otherwise it has its whole height
 * and scrolls with the middle, so that no scroll bar is inside another.
 */
export function Filling(props: {
  /** True while it has nothing to show. */
  isLoading: boolean;
  children: ReactNode;
}) {
  const filling = useRef<HTMLDivElement>(null);
  const [hasRoom, setHasRoom] = useState(true);
  useLayoutEffect(() => {
    const element = filling.current;
    const page = element?.closest<HTMLElement>('[data-page]');
    const middle = page?.parentElement;
    if (!element || !page || !middle) return;
    const measure = () => {
      const above = element.getBoundingClientRect().top - page.getBoundingClientRect().top;
      const { overflowY, paddingTop, paddingBottom } = getComputedStyle(middle);
      const room =
        middle.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom) - above;
      // In a narrow window the middle does not scroll, but the desk around it.
      setHasRoom(overflowY !== 'visible' && room >= leastHeight);
    };
    measure();
    // What stands above changes the height of the page where it scrolls, and else the height of the panel.
    const sizes = new ResizeObserver(() => flushSync(measure));
    for (const each of [middle, page, element]) sizes.observe(each);
    return () => sizes.disconnect();
  }, []);
  return (
    <div
      ref={filling}
      className={styles.filling}
      data-scrolls={hasRoom ? 'alone' : 'with-desk'}
      data-loading={props.isLoading || undefined}
    >
      {props.children}
    </div>
  );
}
