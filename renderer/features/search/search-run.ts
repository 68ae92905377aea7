import type { RingsideCalls } from '../../../preload/contract/api';
import type { Coverage, SearchHit, SearchProgress, Where } from '../../../preload/contract/domain';
import type { Problem } from '../../../preload/contract/problem';
import { addedCoverage, addedHits, type EarlierAnswer, merged, sameActive } from './merge-hits';
import { type Found, readingOf, type SearchState, whereOf } from './search-state';

/** Pause after the last key press before a name is searched, in milliseconds. */
const typingPauseMs = 220;

/** What a run reads and writes: the state of the search store. */
export interface SearchRunContext {
  api: Pick<RingsideCalls, 'customer' | 'search'>;
  get: () => SearchState;
  set: (change: Partial<SearchState>) => void;
  /** Resolves when the last state is on screen. */
  painted: () => Promise<void>;
  /** Called when the search has ended and its hits are shown. */
  onHits: () => void;
}

/** The search that runs; built by {@link createSearchRun}. */
export type SearchRun = ReturnType<typeof createSearchRun>;

/** Sends one search at a time and drops late answers; also holds the pause that precedes a search while typing. */
export function createSearchRun({ api, get, set, painted, onHits }: SearchRunContext) {
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** What the running search adds to. */
  let earlier: EarlierAnswer | undefined;
  /** Turn in which the agent opened a hit; no other hit opens automatically in it. */
  let openedIn = -1;
  /** The repetition that waits for its answer: its turn, and whether the index has grown since. */
  let repetition: { turn: number; isLate: boolean } | undefined;

  /** @param retried the problem of the failed search that this one repeats */
  async function ask(retried?: Problem): Promise<void> {
    earlier = undefined;
    await send(whereOf(get()), retried);
  }

  /** Repeats the search in the studios that are missing from the answer. */
  async function askMissing(): Promise<void> {
    const { coverage, hits, answer } = get();
    if (!coverage || coverage.answered + coverage.missing.length < coverage.asked) return ask();
    earlier = { hits, coverage, phone: answer.state === 'ready' ? answer.value.phone : undefined };
    const studios = coverage.missing.map(({ studio }) => studio);
    await send({ studios }, undefined);
  }

  async function send(where: Where, retried: Problem | undefined): Promise<void> {
    clearTimeout(pause);
    const text = get().text.trim();
    const reading = readingOf(get());
    if (!reading) return;
    turn += 1;
    const mine = turn;
    const answer = { state: 'loading', retried } as const;
    const before = earlier
      ? {
          hits: earlier.hits,
          coverage: addedCoverage(
            { asked: earlier.coverage.missing.length, answered: 0, missing: [] },
            earlier,
          ),
        }
      : { hits: [], coverage: undefined, active: -1 };
    set({ asked: { text, reading, where }, answer, shownFor: text, ...before });
    const outcome = await api.customer.search({ reading, where, search: mine });
    if (mine !== turn) return;
    if (!outcome.ok) {
      if ('scope' in where && where.scope === 'chain' && outcome.problem.kind === 'forbidden') {
        set({ scope: 'studio', requested: undefined, chainRefused: outcome.problem });
        return ask();
      }
      set({ answer: { state: 'failed', problem: outcome.problem }, hits: [], coverage: undefined });
      return;
    }
    const value = addedHits(
      { ...outcome.value, hits: JSON.parse(outcome.value.hits) as SearchHit[] },
      earlier,
    );
    const coverage = outcome.value.coverage && addedCoverage(outcome.value.coverage, earlier);
    show(value.hits, coverage);
    set({ answer: { state: 'ready', value, asOf: Date.now() } });
    if (openedIn !== mine) onHits();
    if (value.rest !== undefined) await fetchRest({ api, get, set, painted }, value, value.rest, earlier);
  }

  /** Asks the same again without a change on screen until the answer differs. It ends when somebody types or opens a hit. */
  async function repeat(): Promise<void> {
    const { asked, answer, text, shownFor } = get();
    if (answer.state !== 'ready' || !asked || text.trim() !== shownFor || openedIn === turn) return;
    if (repetition?.turn === turn) {
      repetition.isLate = true;
      return;
    }
    turn += 1;
    const mine = { turn, isLate: false };
    repetition = mine;
    const { reading, where } = asked;
    const outcome = await api.customer.search({ reading, where, search: mine.turn });
    if (mine.turn !== turn) return;
    repetition = undefined;
    if (outcome.ok) {
      const value = { ...outcome.value, hits: JSON.parse(outcome.value.hits) as SearchHit[] };
      show(value.hits, outcome.value.coverage);
      set({ answer: { state: 'ready', value, asOf: Date.now() } });
      if (openedIn !== mine.turn) onHits();
    }
    if (mine.isLate) await repeat();
  }

  /** Shows hits, with the same customer active as before. */
  function show(hits: readonly SearchHit[], coverage: Coverage | undefined): void {
    const { hits: before, active } = get();
    set({ hits, coverage, active: sameActive(before[active], hits) });
  }

  function progressed({ search, hits, coverage }: SearchProgress): void {
    if (search !== turn || get().answer.state !== 'loading') return;
    const found = JSON.parse(hits) as SearchHit[];
    show(earlier ? merged(earlier.hits, found) : found, addedCoverage(coverage, earlier));
  }

  return {
    ask,
    askMissing,
    repeat,
    progressed,
    afterPause(work: () => void): void {
      pause = setTimeout(work, typingPauseMs);
    },
    /** The agent opened a hit. */
    opened(): void {
      clearTimeout(pause);
      openedIn = turn;
    },
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

/** Loads the remaining hits when the first ones are on screen, and narrows them if the agent has typed on. */
async function fetchRest(
  { api, get, set, painted }: Omit<SearchRunContext, 'onHits'>,
  first: Found,
  rest: number,
  earlier: EarlierAnswer | undefined,
): Promise<void> {
  await painted();
  const outcome = await api.search.rest({ rest });
  const { answer, text, shownFor } = get();
  if (answer.state !== 'ready' || answer.value !== first) return;
  const others = outcome.ok ? (JSON.parse(outcome.value) as SearchHit[]) : [];
  if (first.hits.length + others.length !== first.total) {
    set({ answer: { state: 'failed', problem: { kind: 'internal', detail: 'search:rest' } }, hits: [] });
    return;
  }
  const hits = earlier ? merged(first.hits, others) : [...first.hits, ...others];
  const value = { ...first, hits, total: hits.length };
  set({ answer: { ...answer, value }, ...(text.trim() === shownFor && { hits }) });
  if (text.trim() !== shownFor) get().typed(text);
}
