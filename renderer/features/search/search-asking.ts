import type { RingsideCalls } from '../../../preload/contract/api';
import type { Coverage, SearchHit, SearchProgress, Where } from '../../../preload/contract/domain';
import type { Problem } from '../../../preload/contract/problem';
import { addedCoverage, addedHits, type EarlierAnswer, merged, sameActive } from './merge-hits';
import { type Found, readingOf, type SearchState, whereOf } from './search-state';
import type { SearchTurns } from './search-turns';

/** What a search reads and writes: the state of the search store. */
export interface SearchRunContext {
  api: Pick<RingsideCalls, 'customer' | 'search'>;
  get: () => SearchState;
  set: (change: Partial<SearchState>) => void;
  /** Resolves when the last state is on screen. */
  painted: () => Promise<void>;
  /** Called when the search has ended and its hits are shown. */
  onHits: () => void;
}

/** Builds what sends searches to main and shows their answers. */
export function createSearchAsking(context: SearchRunContext, turns: SearchTurns) {
  const { api, get, set, onHits } = context;
  /** What the running search adds to. */
  let earlier: EarlierAnswer | undefined;

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
    const text = get().text.trim();
    const reading = readingOf(get());
    if (!reading) return;
    const mine = turns.next();
    const answer = { state: 'loading', retried } as const;
    set({ asked: { text, reading, where }, answer, shownFor: text, ...shownMeanwhile(earlier) });
    const outcome = await api.customer.search({ reading, where, search: mine });
    if (mine !== turns.current()) return;
    if (!outcome.ok) {
      if ('scope' in where && where.scope === 'chain' && outcome.problem.kind === 'forbidden') {
        set({ scope: 'studio', requested: undefined, chainRefused: outcome.problem });
        return ask();
      }
      set({ answer: { state: 'failed', problem: outcome.problem }, hits: [], coverage: undefined });
      return;
    }
    const { hits, coverage } = outcome.value;
    const value = addedHits({ ...outcome.value, hits: JSON.parse(hits) as SearchHit[] }, earlier);
    showHits(context, value.hits, coverage && addedCoverage(coverage, earlier));
    set({ answer: { state: 'ready', value, asOf: Date.now() } });
    onHits();
    if (value.rest !== undefined) await fetchRest(context, value, value.rest, earlier);
  }

  function progressed({ search, hits, coverage }: SearchProgress): void {
    if (search !== turns.current() || get().answer.state !== 'loading') return;
    const found = JSON.parse(hits) as SearchHit[];
    showHits(context, earlier ? merged(earlier.hits, found) : found, addedCoverage(coverage, earlier));
  }

  return { ask, askMissing, progressed };
}

/** Shows hits, with the same customer active as before. */
export function showHits(
  { get, set }: Pick<SearchRunContext, 'get' | 'set'>,
  hits: readonly SearchHit[],
  coverage: Coverage | undefined,
): void {
  const { hits: before, active } = get();
  set({ hits, coverage, active: sameActive(before[active], hits) });
}

/** What the list shows while a search runs: the answer that it adds to, if there is one. */
function shownMeanwhile(earlier: EarlierAnswer | undefined): Partial<SearchState> {
  if (!earlier) return { hits: [], coverage: undefined, active: -1 };
  const { hits, coverage } = earlier;
  const nothingYet = { asked: coverage.missing.length, answered: 0, missing: [] };
  return { hits, coverage: addedCoverage(nothingYet, earlier) };
}

/** Loads the remaining hits, part by part, when the first ones are on screen, and narrows them if the agent has typed on. */
async function fetchRest(
  { api, get, set, painted }: Omit<SearchRunContext, 'onHits'>,
  first: Found,
  rest: number,
  earlier: EarlierAnswer | undefined,
): Promise<void> {
  await painted();
  const others: SearchHit[] = [];
  for (let isCut = true; isCut; ) {
    const outcome = await api.search.rest({ rest });
    const { answer } = get();
    if (answer.state !== 'ready' || answer.value !== first) return;
    if (outcome.ok) for (const hit of JSON.parse(outcome.value.hits) as SearchHit[]) others.push(hit);
    isCut = outcome.ok && outcome.value.isCut;
  }
  const { answer, text, shownFor } = get();
  if (answer.state !== 'ready') return;
  if (first.hits.length + others.length !== first.total) {
    set({ answer: { state: 'failed', problem: { kind: 'internal', detail: 'search:rest' } }, hits: [] });
    return;
  }
  const hits = earlier ? merged(first.hits, others) : [...first.hits, ...others];
  const value = { ...first, hits, total: hits.length };
  set({ answer: { ...answer, value }, ...(text.trim() === shownFor && { hits }) });
  if (text.trim() !== shownFor) get().typed(text);
}
