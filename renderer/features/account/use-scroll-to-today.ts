import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Upcoming rows that stay in view above today. */
const upcomingInView = 2;

/**
 * Scrolls to today before the first paint with rows, so that the table does not jump, and again when other rows are
 * shown.
 *
 * @param shown what is shown, as a text; undefined while there are no rows to scroll to
 * @param toTop true where the first row is what matters
 */
export function useScrollToToday(
  scroller: RefObject<HTMLElement | null>,
  shown: string | undefined,
  toTop: boolean,
): void {
  const last = useRef<{ shown: string; scrollTop: number; isFinal: boolean }>(undefined);
  useLayoutEffect(() => {
    const box = scroller.current;
    const today = box?.querySelector<HTMLElement>('[data-today]');
    if (!box || !today || shown === undefined) return;
    if (last.current?.shown === shown) {
      // The agent may already have moved to another row, or scrolled, when the rows above today are drawn.
      last.current.isFinal ||=
        box.contains(document.activeElement) || box.scrollTop !== last.current.scrollTop;
      if (last.current.isFinal) return;
    }
    const head = box.querySelector('thead')?.offsetHeight ?? 0;
    const row = box.querySelector<HTMLElement>('tr[data-key]')?.offsetHeight ?? 32;
    box.scrollTop = toTop ? 0 : today.offsetTop - head - upcomingInView * row;
    // While the rows above today are not drawn, their height is an estimate; the next render scrolls again.
    const isEstimate = today.previousElementSibling?.hasAttribute('data-gap') ?? false;
    last.current = { shown, scrollTop: box.scrollTop, isFinal: toTop || !isEstimate };
  });
}
