/** Timers and randomness, replaced in tests. */
export interface Timers {
  /** Calls back once after `ms` milliseconds. @returns cancels the timer */
  after(ms: number, work: () => void): () => void;
  /** Random number from 0 to 1. */
  random(): number;
}

export const realTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms);
    // What waits must not keep the process from quitting.
    timer.unref();
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
