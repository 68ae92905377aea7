import { type RefObject, useLayoutEffect } from 'react';

/** Gives an element the focus when it appears. In a dialog, which opens later, `data-autofocus` does. */
export function useFocusAtMount(element: RefObject<HTMLElement | null>, isWanted = true): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; the focus is the agent's afterwards.
  useLayoutEffect(() => {
    if (isWanted) element.current?.focus();
  }, []);
}
