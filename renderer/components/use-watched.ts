import { type FocusEvent, useState } from 'react';

/** Whether the agent looks at an element: it has the pointer, or the focus by the keyboard. `watch` belongs on the element. */
export function useWatched() {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return {
    isWatched: pointed || focused,
    watch: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: ({ currentTarget }: FocusEvent) => setFocused(currentTarget.matches(':focus-visible')),
      onBlur: () => setFocused(false),
    },
  };
}
