import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Upcoming rows that stay in view above today. */
const upcomingInView = 2;

/**
 * Scrolls to today before the first paint with rows, so that the table does not jump, and again when other rows are
 * shown.
 *
 * @param shown what is shown, as a text; undefined while there are no rows to scroll to
 * @param toTop true where the first row is what matters
 * @param place where the table is scrolled to and where today begins, in pixels, and the rows above today; known without a layout
 */
export function useScrollToToday(
  scroller: RefObject<HTMLElement | null>,
  shown: string | undefined,
  toTop: boolean,
  place: { scrollTop: number; start: number; rowsAbove: number },
): void {
  const placeBefore = useRef(place);
  const last = useRef<{ shown: string; scrollTop: number; isFinal: boolean }>(undefined);
  useLayoutEffect(() => {
    const box = scroller.current;
    const today = box?.querySelector<HTMLElement>('[data-today]');
    const isLonger = place.rowsAbove > placeBefore.current.rowsAbove;
    const added = isLonger ? place.start - placeBefore.current.start : 0;
    placeBefore.current = place;
    if (shown === undefined) last.current = undefined;
    if (!box || !today || shown === undefined) return;
    // Where the desk scrolls as a whole, the table begins again once it scrolls by itself.
    if (!box.closest('[data-scrolls=alone]')) {
      last.current = undefined;
      return;
    }
    const before = last.current;
    if (before === undefined || before.shown === shown) {
      // The agent may already have moved to another row, or scrolled, when the rows above today are there.
      const hasMoved =
        box.scrollTop !== (before?.scrollTop ?? 0) || (before && box.contains(document.activeElement));
      if (before?.isFinal || hasMoved) {
        // Rows that arrive above those in view replace them in the DOM, so that the browser cannot keep their place.
        if (added > 0 && place.scrollTop > 0) box.scrollTop = place.scrollTop + added;
        last.current = { shown, scrollTop: box.scrollTop, isFinal: true };
        return;
      }
    }
    // Behind another tab nothing can scroll.
    if (box.clientHeight === 0) return;
    const head = box.querySelector('thead')?.offsetHeight ?? 0;
    const row = box.querySelector<HTMLElement>('tr[data-key]')?.offsetHeight ?? 32;
    box.scrollTop = toTop ? 0 : today.offsetTop - head - upcomingInView * row;
    if (box.contains(document.activeElement)) document.activeElement?.scrollIntoView({ block: 'nearest' });
    // While the rows above today are not drawn, their height is an estimate; the next render scrolls again.
    const isEstimate = today.previousElementSibling?.hasAttribute('data-gap') ?? false;
    last.current = { shown, scrollTop: box.scrollTop, isFinal: toTop || !isEstimate };
  });
}
