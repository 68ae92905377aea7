import type { Problem } from '../preload/contract/problem';

/** A value with the time at which it was loaded. */
export interface Ready<T> {
  state: 'ready';
  value: T;
  /** Milliseconds since the epoch. */
  asOf: number;
}

/**
 * State of something that is loaded from main. `previous` is an older value and must be shown as such. While a
 * failure is `retried` it stays known, so that its facts stay readable.
 */
export type Loadable<T> =
  | { state: 'idle' }
  | { state: 'loading'; previous?: Ready<T> | undefined; retried?: Problem | undefined }
  | Ready<T>
  | { state: 'failed'; problem: Problem; previous?: Ready<T> | undefined };

/** The last loaded value, current or older. */
export function known<T>(loadable: Loadable<T>): Ready<T> | undefined {
  if (loadable.state === 'ready') return loadable;
  return loadable.state === 'idle' ? undefined : loadable.previous;
}

/** Whether it is loaded for the first time, or will be, so that there is nothing to show yet. */
export function isFirstLoad(loadable: Loadable<unknown>): boolean {
  return loadable.state === 'idle' || (loadable.state === 'loading' && known(loadable) === undefined);
}

export function problemOf<T>(loadable: Loadable<T>): Problem | undefined {
  if (loadable.state === 'failed') return loadable.problem;
  return loadable.state === 'loading' ? loadable.retried : undefined;
}

/** Time when a 429 allows the next request, in milliseconds since the epoch; undefined for any other problem. */
export function askableAt({ request, retryAfterSeconds }: Problem): number | undefined {
  if (!request || retryAfterSeconds === undefined) return undefined;
  return Date.parse(request.startedAt) + request.durationMs + retryAfterSeconds * 1000;
}
