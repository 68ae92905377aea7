const secondMs = 1_000;
const minuteMs = 60_000;

/** A running time as it is shown. */
export interface Counted {
  /** Whether it counts seconds; otherwise whole minutes. */
  inSeconds: boolean;
  /** Milliseconds until it shows something else. */
  changesInMs: number;
}

/**
 * How the time since an event is shown: seconds in the first minute and while the agent looks at it, then minutes. Each change
 * costs a frame, and a call lasts for minutes.
 */
export function countUp(elapsedMs: number, isWatched: boolean): Counted {
  const ms = Math.max(0, elapsedMs);
  const inSeconds = isWatched || ms < minuteMs;
  const step = inSeconds ? secondMs : minuteMs;
  return { inSeconds, changesInMs: step - (ms % step) };
}

/** How the time until an event is shown: seconds in the last minute and while the agent looks at it, minutes before. */
export function countDown(leftMs: number, isWatched: boolean): Counted {
  const ms = Math.max(0, leftMs);
  const inSeconds = isWatched || ms <= minuteMs;
  const step = inSeconds ? secondMs : minuteMs;
  // Rounded up, a time changes when it reaches a whole step.
  return { inSeconds, changesInMs: ms % step || step };
}

/** Milliseconds until the first of several ages in whole minutes changes; undefined without an age. */
export function ageChangesInMs(now: number, times: readonly (number | undefined)[]): number | undefined {
  const waits = times.flatMap((time) => (time === undefined ? [] : minuteMs - ((now - time) % minuteMs)));
  return waits.length > 0 ? Math.min(...waits) : undefined;
}
