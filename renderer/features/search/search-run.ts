import type { RingsideCalls } from '../../../preload/contract/api';
import type { SearchHit } from '../../../preload/contract/domain';
import type { Problem } from '../../../preload/contract/problem';
import { type Found, readingOf, type SearchState } from './search-state';

/** Pause after the last key press before a name is searched, in milliseconds. */
const typingPauseMs = 220;

/** What a run reads and writes: the state of the search store. */
export interface SearchRunContext {
  api: Pick<RingsideCalls, 'customer' | 'search'>;
  get: () => SearchState;
  set: (change: Partial<SearchState>) => void;
  /** Resolves when the last state is on screen. */
  painted: () => Promise<void>;
  /** Called when the first hits have arrived. */
  onHits: () => void;
}

/** Sends one search at a time and drops late answers; also holds the pause that precedes a search while typing. */
export function createSearchRun({ api, get, set, painted, onHits }: SearchRunContext) {
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** @param retried the problem of the failed search that this one repeats */
  async function ask(retried?: Problem): Promise<void> {
    clearTimeout(pause);
    const { scope } = get();
    const text = get().text.trim();
    const reading = readingOf(get());
    if (!reading) return;
    turn += 1;
    const mine = turn;
    const answer = { state: 'loading', retried } as const;
    set({ asked: { text, reading }, answer, hits: [], shownFor: text, active: -1 });
    const outcome = await api.customer.search({ reading, scope });
    if (mine !== turn) return;
    if (!outcome.ok) {
      if (scope === 'chain' && outcome.problem.kind === 'forbidden') {
        set({ scope: 'studio', chainRefused: outcome.problem });
        return ask();
      }
      set({ answer: { state: 'failed', problem: outcome.problem } });
      return;
    }
    const value = { ...outcome.value, hits: JSON.parse(outcome.value.hits) as SearchHit[] };
    set({ answer: { state: 'ready', value, asOf: Date.now() }, hits: value.hits });
    onHits();
    if (value.rest !== undefined) await fetchRest(value, value.rest);
  }

  /** Loads the remaining hits when the first ones are on screen, and narrows them if the agent has typed on. */
  async function fetchRest(first: Found, rest: number): Promise<void> {
    await painted();
    const outcome = await api.search.rest({ rest });
    const { answer, text, shownFor } = get();
    if (answer.state !== 'ready' || answer.value !== first) return;
    const hits = outcome.ok ? [...first.hits, ...(JSON.parse(outcome.value) as SearchHit[])] : [];
    if (hits.length !== first.total) {
      set({ answer: { state: 'failed', problem: { kind: 'internal', detail: 'search:rest' } }, hits: [] });
      return;
    }
    const value = { ...first, hits };
    set({ answer: { ...answer, value }, ...(text.trim() === shownFor && { hits }) });
    if (text.trim() !== shownFor) get().typed(text);
  }

  return {
    ask,
    afterPause(work: () => void): void {
      pause = setTimeout(work, typingPauseMs);
    },
    cancelPause: () => clearTimeout(pause),
    /** Drops pending work, so that no late answer appears under another text. @returns whether a search was running */
    stop(): boolean {
      clearTimeout(pause);
      const running = get().answer.state === 'loading';
      turn += 1;
      if (running) void api.search.cancel();
      return running;
    },
  };
}
