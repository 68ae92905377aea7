import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Outcome } from '../preload/contract/problem';
import { known, type Loadable, problemOf } from './loadable';

/** State of one thing about one customer, which is loaded, refreshed and cleared on its own. */
export interface Resource<K, T> {
  key: K | undefined;
  content: Loadable<T>;
  /** Opens another key. It is loaded unless its value is passed. */
  opened: (key: K, value?: T) => Promise<void>;
  refreshed: () => Promise<void>;
  /** Remembers the key and the value. @returns opens the key again, and loads what was not loaded */
  kept: () => () => void;
  cleared: () => void;
}

/** Creates a store around one call. Answers for an earlier key are dropped. */
export function createResource<K, T>(call: (key: K) => Promise<Outcome<T>>): StoreApi<Resource<K, T>> {
  let turn = 0;
  return createStore<Resource<K, T>>()((set, get) => {
    async function load(key: K): Promise<void> {
      turn += 1;
      const mine = turn;
      const previous = known(get().content);
      set({ content: { state: 'loading', previous, retried: problemOf(get().content) } });
      const outcome = await call(key);
      if (mine !== turn) return;
      set({
        content: outcome.ok
          ? { state: 'ready', value: outcome.value, asOf: Date.now() }
          : { state: 'failed', problem: outcome.problem, previous },
      });
    }

    return {
      key: undefined,
      content: { state: 'idle' },
      async opened(key, value) {
        turn += 1;
        set({
          key,
          content: value === undefined ? { state: 'idle' } : { state: 'ready', value, asOf: Date.now() },
        });
        if (value === undefined) await load(key);
      },
      async refreshed() {
        const { key } = get();
        if (key !== undefined) await load(key);
      },
      kept() {
        const { key, content } = get();
        return () => {
          turn += 1;
          set({ key, content: known(content) ?? { state: 'idle' } });
          if (content.state !== 'ready') void get().refreshed();
        };
      },
      cleared() {
        turn += 1;
        set({ key: undefined, content: { state: 'idle' } });
      },
    };
  });
}
