import { useEffect, useState } from 'react';

/**
 * Current time in milliseconds since the epoch, updated every `everyMs`; not updated while `everyMs` is undefined.
 */
export function useNow(everyMs: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (everyMs === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
