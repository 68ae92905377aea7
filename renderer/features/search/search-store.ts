import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { SearchHit } from '../../../preload/contract/domain';
import type { Studio, StudioRef } from '../../../preload/contract/studio';
import { problemOf } from '../../loadable';
import { withMoved } from './merge-hits';
import { recognise, searchesWhileTyping } from './recognise';
import { createSearchRun } from './search-run';
import {
  isIncomplete,
  narrowedHits,
  noSearch,
  otherFormats,
  type SearchState,
  singleMatch,
} from './search-state';
import { whereActions } from './where-actions';

/** Rows that Page Up and Page Down move by. */
export const pageRows = 10;

/**
 * The search box and its results.
 *
 * @param onOpen called for the customer that the agent opened, and for a single hit
 * @param painted resolves when the last state is on screen
 * @param studio where to search at first; all studios when absent
 */
export function createSearchStore(
  api: Pick<RingsideCalls, 'customer' | 'search'>,
  onOpen: (hit: SearchHit) => void,
  painted: () => Promise<void>,
  studios: readonly Studio[],
  studio: StudioRef | 'all' = 'all',
) {
  return createStore<SearchState>()((set, get) => {
    const run = createSearchRun({ api, get, set, painted, onHits: openSingleHit });

    /** Opens the only hit once all studios have answered: another one may have a customer with that name or number. */
    function openSingleHit(): void {
      const only = singleMatch(get().hits);
      if (only && !isIncomplete(get())) get().chosen(only);
    }

    return {
      ...noSearch,
      studios,
      studio,
      chosenStudios: [],
      scope: 'studio',
      chainRefused: undefined,

      typed(text) {
        const wasRunning = run.stop();
        if (text.trim() === '') {
          set({ ...noSearch, text });
          return;
        }
        const reading = recognise(text);
        const left = narrowedHits(get(), reading);
        set({
          text,
          picked: undefined,
          ...(!left && { requested: undefined, unknownStudio: undefined }),
          ...(wasRunning && { answer: { state: 'idle' } as const, hits: [], coverage: undefined }),
          ...(left && { hits: left, shownFor: text.trim(), active: -1 }),
        });
        if (left) run.afterPause(openSingleHit);
        else if (reading && searchesWhileTyping(reading)) run.afterPause(() => void run.ask());
      },
      entered() {
        const { answer, shownFor, text, active, hits } = get();
        const isCurrent = shownFor === text.trim();
        if (answer.state === 'loading' && isCurrent && hits.length === 0) return;
        const isShown = answer.state === 'ready' || answer.state === 'loading';
        const shown = isShown && isCurrent ? hits : [];
        const isOnly = answer.state === 'ready' && !isIncomplete(get());
        const hit = shown[active] ?? (isOnly ? singleMatch(shown) : undefined);
        if (hit) get().chosen(hit);
        // With several hits, or while studios are missing, Enter only selects: a second, hasty Enter would open another
        // person's account.
        else if (shown.length > 0) get().moved(1);
        else void run.ask();
      },
      readingPicked(reading) {
        run.stop();
        set({ picked: reading });
        void run.ask();
      },
      nextFormat() {
        const [next] = otherFormats(get());
        if (next) get().readingPicked(next);
      },
      ...whereActions(get, set, run),
      customerMoved(home) {
        const { answer, hits } = get();
        // While more hits are on their way, the answer has to stay the one that they belong to.
        if (answer.state !== 'ready' || answer.value.hits.length < answer.value.total) return;
        const now = withMoved(hits, home);
        const all = hits === answer.value.hits ? now : withMoved(answer.value.hits, home);
        set({ hits: now, answer: { ...answer, value: { ...answer.value, hits: all } } });
      },
      progressed: run.progressed,
      moved(by) {
        const { hits, active } = get();
        set({ active: Math.max(0, Math.min(hits.length - 1, active + by)) });
      },
      chosen(hit) {
        run.opened();
        set({ active: Math.max(0, get().hits.indexOf(hit)) });
        onOpen(hit);
      },
      async retried() {
        if (get().answer.state === 'ready' && isIncomplete(get())) await run.askMissing();
        else await run.ask(problemOf(get().answer));
      },
      escaped() {
        const { hits, coverage } = get();
        if (!run.stop()) set(noSearch);
        else if (hits.length > 0 && coverage) {
          const value = { hits, total: hits.length, tried: [] };
          set({ answer: { state: 'ready', value, asOf: Date.now() } });
        } else set({ answer: { state: 'failed', problem: { kind: 'cancelled' } }, coverage: undefined });
      },
      cleared() {
        run.stop();
        set(noSearch);
      },
    };
  });
}
