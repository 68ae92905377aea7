import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { FoundCustomer, SearchHit } from '../../../preload/contract/domain';
import type { Studio, StudioRef } from '../../../preload/contract/studio';
import { problemOf } from '../../loadable';
import { withMoved } from './merge-hits';
import { createSearchRun } from './search-run';
import { isIncomplete, noSearch, type SearchState, singleMatch } from './search-state';
import { typingActions } from './typing-actions';
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

    /**
     * Opens the only hit once all studios have answered: another one may have a customer with that name or number. Nobody opens
     * over a customer whom the agent has chosen meanwhile.
     */
    function openSingleHit(): void {
      const only = run.hasOpened() ? undefined : singleMatch(get());
      if (only) get().chosen(only);
    }

    const { typed, ...typing } = typingActions(get, set, run, openSingleHit);
    const others = {
      ...typing,
      ...whereActions(get, set, run),
      customerMoved(home: FoundCustomer) {
        const { answer, hits } = get();
        // While more hits are on their way, the answer has to stay the one that they belong to.
        if (answer.state !== 'ready' || answer.value.hits.length < answer.value.total) return;
        const now = withMoved(hits, home);
        const all = hits === answer.value.hits ? now : withMoved(answer.value.hits, home);
        set({ hits: now, answer: { ...answer, value: { ...answer.value, hits: all } } });
      },
      progressed: run.progressed,
      wentBack: run.wentBack,
      phoneIndexGrown: () => void run.repeat(),
      chosen(hit: SearchHit) {
        run.opened();
        set({ active: Math.max(0, get().hits.indexOf(hit)) });
        onOpen(hit);
      },
      async retried() {
        if (get().answer.state === 'ready' && isIncomplete(get())) await run.askMissing();
        else await run.ask(problemOf(get().answer));
      },
      cleared() {
        run.stop();
        set(noSearch);
      },
    };
    return {
      ...noSearch,
      studios,
      studio,
      chosenStudios: [],
      scope: 'studio',
      chainRefused: undefined,
      typed,
      narrowed: run.now,
      ...precededBy(run.now, others),
    };
  });
}

/** The same actions, each of which does something else first. */
function precededBy<A extends Record<string, (...args: never[]) => unknown>>(
  first: () => void,
  actions: A,
): A {
  const preceded = Object.entries(actions).map(([name, action]) => [
    name,
    (...args: never[]) => {
      first();
      return action(...args);
    },
  ]);
  return Object.fromEntries(preceded) as A;
}
