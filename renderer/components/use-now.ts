import { useEffect, useReducer } from 'react';

/**
 * Current time in milliseconds since the epoch. The component is rendered again when what it shows changes: after the
 * milliseconds that `changesInMs` returns, or not at all where they are undefined.
 */
export function useNow(changesInMs: (now: number) => number | undefined): number {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const now = Date.now();
  useEffect(() => {
    const ms = changesInMs(now);
    if (ms === undefined) return;
    const timer = setTimeout(render, ms);
    return () => clearTimeout(timer);
  });
  return now;
}
