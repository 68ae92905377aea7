import { recognise, searchesWhileTyping } from './recognise';
import type { SearchRun } from './search-run';
import { narrowedHits, noSearch, otherFormats, type SearchState, singleMatch } from './search-state';

/**
 * Actions of the search box: what typing, Enter, the arrow keys and Escape do.
 *
 * @param openSingleHit opens the only hit, if all studios have answered
 */
export function typingActions(
  get: () => SearchState,
  set: (change: Partial<SearchState>) => void,
  run: SearchRun,
  openSingleHit: () => void,
): Pick<SearchState, 'typed' | 'entered' | 'readingPicked' | 'nextFormat' | 'moved' | 'escaped'> {
  /** Narrows the hits to the text in the box; searches it when typing pauses if it asks for others. */
  function narrowOrAsk(): void {
    const { text } = get();
    const reading = recognise(text);
    const left = narrowedHits(get(), reading);
    if (left) {
      set({ hits: left, shownFor: text.trim(), active: -1 });
      run.afterPause(openSingleHit);
      return;
    }
    set({ requested: undefined, unknownStudio: undefined });
    if (reading && searchesWhileTyping(reading)) run.afterPause(() => void run.ask());
  }

  return {
    typed(text) {
      const wasRunning = run.stop();
      if (text.trim() === '') {
        set({ ...noSearch, text });
        return;
      }
      set({
        text,
        picked: undefined,
        ...(wasRunning && { answer: { state: 'idle' } as const, hits: [], coverage: undefined }),
      });
      // The letter is on screen before thousands of hits are compared with it. While keys follow each other quickly, only the
      // last text is.
      if (get().answer.state === 'ready') run.afterPaint(narrowOrAsk);
      else narrowOrAsk();
    },
    entered() {
      const { answer, shownFor, text, active, hits } = get();
      const isCurrent = shownFor === text.trim();
      if (answer.state === 'loading' && isCurrent && hits.length === 0) return;
      const isShown = answer.state === 'ready' || answer.state === 'loading';
      const shown = isShown && isCurrent ? hits : [];
      const hit = shown[active] ?? singleMatch(get(), shown);
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
    moved(by) {
      const { hits, active } = get();
      set({ active: Math.max(0, Math.min(hits.length - 1, active + by)) });
    },
    escaped() {
      const { hits, coverage } = get();
      if (!run.stop()) set(noSearch);
      else if (hits.length > 0 && coverage) {
        const value = { hits, total: hits.length, tried: [] };
        set({ answer: { state: 'ready', value, asOf: Date.now() } });
      } else set({ answer: { state: 'failed', problem: { kind: 'cancelled' } }, coverage: undefined });
    },
  };
}
