/** Pause after the last key press before a name is searched, in milliseconds. */
const typingPauseMs = 220;

/** Which request of the search counts; built by {@link createSearchTurns}. */
export type SearchTurns = ReturnType<typeof createSearchTurns>;

/**
 * Counts the searches, so that late answers are dropped; also holds what waits for the paint of a letter, and the pause that
 * precedes a search while typing.
 *
 * @param painted resolves when the last state is on screen
 */
export function createSearchTurns(painted: () => Promise<void>) {
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let unpainted: (() => void) | undefined;
  /** Turn in which the agent opened a customer. */
  let openedIn = -1;

  /** Does now what waits for a paint. */
  function now(): void {
    const work = unpainted;
    unpainted = undefined;
    work?.();
  }

  return {
    current: () => turn,
    next(): number {
      clearTimeout(pause);
      unpainted = undefined;
      turn += 1;
      return turn;
    },
    now,
    afterPaint(work: () => void): void {
      // Each call has a function of its own: the paint of one letter does not end the wait of the next.
      const mine = () => work();
      unpainted = mine;
      void painted().then(() => {
        if (unpainted === mine) now();
      });
    },
    afterPause(work: () => void): void {
      pause = setTimeout(work, typingPauseMs);
    },
    /** The agent opened a hit. */
    opened(): void {
      clearTimeout(pause);
      openedIn = turn;
    },
    /** The agent went back to a customer; what was typed is searched all the same. */
    wentBack(): void {
      openedIn = turn;
    },
    /** Whether the agent has opened a customer in this turn: then no hit opens automatically. */
    hasOpened: () => openedIn === turn,
  };
}
