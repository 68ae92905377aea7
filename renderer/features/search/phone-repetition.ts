import type { SearchHit } from '../../../preload/contract/domain';
import { type SearchRunContext, showHits } from './search-asking';
import type { SearchTurns } from './search-turns';

/**
 * Builds the silent repetition of a search by telephone number. It asks the same again without a change on screen until the
 * answer differs, and ends when somebody types, opens a hit or goes back to a customer.
 */
export function createPhoneRepetition({ api, get, set, onHits }: SearchRunContext, turns: SearchTurns) {
  /** The repetition that waits for its answer: its turn, and whether the index has grown since. */
  let running: { turn: number; isLate: boolean } | undefined;

  return async function repeat(): Promise<void> {
    const { asked, answer, text, shownFor } = get();
    if (answer.state !== 'ready' || !asked || text.trim() !== shownFor || turns.hasOpened()) return;
    if (running?.turn === turns.current()) {
      running.isLate = true;
      return;
    }
    const mine = { turn: turns.next(), isLate: false };
    running = mine;
    const { reading, where } = asked;
    const outcome = await api.customer.search({ reading, where, search: mine.turn });
    if (mine.turn !== turns.current()) return;
    running = undefined;
    if (outcome.ok) {
      const value = { ...outcome.value, hits: JSON.parse(outcome.value.hits) as SearchHit[] };
      showHits({ get, set }, value.hits, outcome.value.coverage);
      set({ answer: { state: 'ready', value, asOf: Date.now() } });
      onHits();
    }
    if (mine.isLate) await repeat();
  };
}
