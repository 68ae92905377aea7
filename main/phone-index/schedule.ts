import type { Clock } from './clock';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** Part of an interval by which it varies in both directions, so that desktops do not ask at once. */
export const jitter = 0.1;

/** Number of lifetimes after which an index no longer counts as complete, because making or fetching it again has failed since. */
const maxLifetimes = 3;

/** When an index is made or fetched; by the policy keys `phoneIndexHours` and `phoneIndexSpreadMinutes`. */
export interface Schedule {
  /** Hours until the next time; 8 by default. */
  hours?: number | undefined;
  /** Minutes over which desktops spread the first time; 30 by default. */
  spreadMinutes?: number | undefined;
  clock: Clock;
}

/** Waits a random time after the start. */
export function untilFirst({ clock, spreadMinutes = 30 }: Schedule, signal: AbortSignal): Promise<void> {
  return clock.sleep(clock.random() * spreadMinutes * minuteMs, signal);
}

/** Time until an index is made or fetched again, in milliseconds. */
export const lifetimeMs = ({ hours = 8 }: Pick<Schedule, 'hours'>): number => hours * hourMs;

/** Waits about this long, a little longer or shorter each time. */
export function about(ms: number, { clock }: Schedule, signal: AbortSignal): Promise<void> {
  return clock.sleep(ms * (1 - jitter + 2 * jitter * clock.random()), signal);
}

/** Whether an index that is repeated is so old that customers may be missing. */
export function isOutdated(madeAt: number, schedule: Schedule): boolean {
  return schedule.clock.now() - madeAt >= maxLifetimes * lifetimeMs(schedule);
}
