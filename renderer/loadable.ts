import type { Problem } from '../preload/contract/problem';

/** A value and when it was true. */
export interface Ready<T> {
  state: 'ready';
  value: T;
  /** Milliseconds since the epoch. */
  asOf: number;
}

/**
 * What a store holds of something that comes from main; `previous` is older and must be shown as older. While a failure
 * is `retried` it stays known, so that its facts do not vanish under the eyes of whoever reads them.
 */
export type Loadable<T> =
  | { state: 'idle' }
  | { state: 'loading'; previous?: Ready<T> | undefined; retried?: Problem | undefined }
  | Ready<T>
  | { state: 'failed'; problem: Problem; previous?: Ready<T> | undefined };

/** The value last known to be true, current or not. */
export function known<T>(loadable: Loadable<T>): Ready<T> | undefined {
  if (loadable.state === 'ready') return loadable;
  return loadable.state === 'idle' ? undefined : loadable.previous;
}

export function problemOf<T>(loadable: Loadable<T>): Problem | undefined {
  if (loadable.state === 'failed') return loadable.problem;
  return loadable.state === 'loading' ? loadable.retried : undefined;
}

/** When a 429 allows the next request, in milliseconds since the epoch; undefined for any other problem. */
export function askableAt({ request, retryAfterSeconds }: Problem): number | undefined {
  if (!request || retryAfterSeconds === undefined) return undefined;
  return Date.parse(request.startedAt) + request.durationMs + retryAfterSeconds * 1000;
}
