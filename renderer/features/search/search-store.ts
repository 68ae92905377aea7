import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { SearchHit, SearchScope } from '../../../preload/contract/domain';
import { problemOf } from '../../loadable';
import { recognise, searchesWhileTyping } from './recognise';
import { createSearchRun } from './search-run';
import { narrowedHits, noSearch, otherFormats, type SearchState } from './search-state';

/** Rows that Page Up and Page Down move by. */
export const pageRows = 10;

/**
 * The search box and its results.
 *
 * @param onOpen called for the customer that the agent opened, and for a single hit
 * @param painted resolves when the last state is on screen
 */
export function createSearchStore(
  api: Pick<RingsideCalls, 'customer' | 'search'>,
  onOpen: (hit: SearchHit, scope: SearchScope) => void,
  painted: () => Promise<void>,
) {
  return createStore<SearchState>()((set, get) => {
    const run = createSearchRun({ api, get, set, painted, onHits: openSingleHit });

    function openSingleHit(): void {
      const [only, another] = get().hits;
      if (only && !another) get().chosen(only);
    }

    return {
      ...noSearch,
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
          ...(wasRunning && { answer: { state: 'idle' } as const, hits: [] }),
          ...(left && { hits: left, shownFor: text.trim(), active: -1 }),
        });
        if (left) run.afterPause(openSingleHit);
        else if (reading && searchesWhileTyping(reading)) run.afterPause(() => void run.ask());
      },
      entered() {
        const { answer, shownFor, text, active, hits } = get();
        const isCurrent = shownFor === text.trim();
        if (answer.state === 'loading' && isCurrent) return;
        const shown = answer.state === 'ready' && isCurrent ? hits : [];
        const hit = shown.length === 1 ? shown[0] : shown[active];
        if (hit) get().chosen(hit);
        // With several hits, Enter only selects: a second, hasty Enter would open another person's account.
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
      scopeToggled() {
        const { scope, chainRefused, asked } = get();
        if (chainRefused) return;
        const again = asked !== undefined && get().text.trim() !== '';
        run.stop();
        set({ scope: scope === 'studio' ? 'chain' : 'studio' });
        if (again) void run.ask();
      },
      connectionChanged: () => set({ chainRefused: undefined }),
      moved(by) {
        const { hits, active } = get();
        set({ active: Math.max(0, Math.min(hits.length - 1, active + by)) });
      },
      chosen(hit) {
        run.cancelPause();
        set({ active: Math.max(0, get().hits.indexOf(hit)) });
        onOpen(hit, get().scope);
      },
      retried: () => void run.ask(problemOf(get().answer)),
      escaped() {
        const answer = { state: 'failed', problem: { kind: 'cancelled' } } as const;
        if (run.stop()) set({ answer });
        else set(noSearch);
      },
      cleared() {
        run.stop();
        set(noSearch);
      },
    };
  });
}
