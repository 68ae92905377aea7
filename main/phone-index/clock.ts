/** Time and chance, which tests replace. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** A number from 0 to below 1. */
  random: () => number;
  /** Resolves after `ms` milliseconds, or as soon as the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: Math.random,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      signal.addEventListener('abort', finish);
      if (signal.aborted) finish();
    }),
};
