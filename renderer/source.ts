import type { StoreApi } from 'zustand/vanilla';
import type { FoundCustomer } from '../preload/contract/domain';
import type { Problem } from '../preload/contract/problem';
import { known, type Loadable } from './loadable';
import type { Language } from './messages/language';

/**
 * Something that the desk loads, with everything that the desk has to know about it. A panel's folder has one record for each
 * thing it loads; `sources.ts` lists them, and the desk loops over the list.
 */
export interface Source {
  subscribe: (listener: () => void) => () => void;
  content: () => Loadable<unknown>;
  /** Why parts of what is shown are missing. They are listed as failures, without a strip. */
  partialProblems?: () => readonly Problem[];
  /** Loads it for the customer who was opened; absent where it is not about a customer. */
  open?: (hit: FoundCustomer) => Promise<void>;
  /** Loads it again for the same customer. */
  refresh?: () => Promise<void>;
  /** Repeats the request that failed. */
  retry: () => unknown;
  /**
   * Remembers what is shown, for a customer or a call that comes back.
   *
   * @returns shows it again; what was not loaded is requested again
   */
  keep: () => () => void;
  /** Removes everything that is about a customer. */
  clear: () => void;
  /** Its name in the list of failures. */
  label: (language: Language) => string;
  /** True for data that is shown only after the caller has been verified. */
  confidential?: true;
  /** True for the source without which the footer shows no age of the data. */
  needsAge?: true;
  /** What a screen reader announces; an empty text announces nothing. */
  announcement?: (language: Language, isVerified: boolean) => string;
  /** Texts that could identify the customer. Reports are searched for them. */
  personal?: (locale: string) => string[];
}

/** State of a store that holds one thing about one customer. */
export interface SourceState {
  content: Loadable<unknown>;
  refreshed: () => Promise<void>;
  /** Repeats the request that failed; absent where that is the same as a refresh. */
  retried?: () => Promise<void>;
  /** See {@link Source.keep}. */
  kept: () => () => void;
  cleared: () => void;
}

/** The part of a {@link Source} that follows from its store. */
export function sourceOf<S extends SourceState>(store: StoreApi<S>) {
  return {
    subscribe: store.subscribe,
    content: () => store.getState().content,
    refresh: () => store.getState().refreshed(),
    retry: () => (store.getState().retried ?? store.getState().refreshed)(),
    keep: () => store.getState().kept(),
    clear: () => store.getState().cleared(),
  } satisfies Partial<Source>;
}

/**
 * Time of the oldest confidential data on screen, in milliseconds since the epoch; undefined while a source that needs it has
 * not been loaded.
 */
export function oldestDataTime(sources: readonly Source[]): number | undefined {
  let oldest: number | undefined;
  for (const { content, confidential, needsAge } of sources) {
    const time = confidential && known(content())?.asOf;
    if (needsAge && time === undefined) return undefined;
    if (time !== undefined) oldest = Math.min(oldest ?? time, time);
  }
  return oldest;
}
