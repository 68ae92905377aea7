import { areSeveral } from '../../components/studios';
import type { SearchRun } from './search-run';
import type { SearchState } from './search-state';

/** Number of chosen studios that are remembered, for the list of where to search. */
const chosenStudiosKept = 5;

/** Actions that decide where the search looks. */
export function whereActions(
  get: () => SearchState,
  set: (change: Partial<SearchState>) => void,
  run: Pick<SearchRun, 'ask' | 'stop'>,
): Pick<
  SearchState,
  'scopeToggled' | 'studioChosen' | 'allSearched' | 'whereRequested' | 'connectionChanged'
> {
  /** Changes where to search, and repeats a search that is on screen. */
  function searchElsewhere(change: Partial<SearchState>): void {
    const again = get().asked !== undefined && get().text.trim() !== '';
    run.stop();
    set({ requested: undefined, unknownStudio: undefined, ...change });
    if (again) void run.ask();
  }

  return {
    scopeToggled() {
      const { scope, chainRefused } = get();
      if (!chainRefused) searchElsewhere({ scope: scope === 'studio' ? 'chain' : 'studio' });
    },
    studioChosen(chosen) {
      const { chosenStudios } = get();
      const others = chosenStudios.filter((each) => each !== chosen);
      searchElsewhere({
        studio: chosen,
        chosenStudios: chosen === 'all' ? chosenStudios : [chosen, ...others].slice(0, chosenStudiosKept),
      });
    },
    allSearched() {
      if (areSeveral(get().studios)) get().studioChosen('all');
      else searchElsewhere({ scope: 'chain' });
    },
    whereRequested: (where, unknownStudio) => set({ requested: where, unknownStudio }),
    connectionChanged(now) {
      const chosen = get().studio;
      const known = now.find(({ ref, formerRef }) => ref === chosen || formerRef === chosen);
      set({ studios: now, studio: known?.ref ?? 'all', chainRefused: undefined });
    },
  };
}
