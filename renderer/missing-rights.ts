import type { Outcome, Problem } from '../preload/contract/problem';
import type { StudioRef } from '../preload/contract/studio';

/** Stands for a value that the key of the studio may not read. */
export const noRight = 'noRight';
export type NoRight = typeof noRight;

/**
 * Studios whose keys have no right to read something, such as contracts. A refused key is not asked again until the
 * connection changes or Ringside starts again.
 */
export class MissingRights {
  readonly #refused = new Map<string, Set<StudioRef>>();
  /** Number of changes of the connection. */
  #connections = 0;

  /** A connection changed, perhaps the key of a studio. */
  forget(): void {
    this.#connections += 1;
    for (const studios of this.#refused.values()) studios.clear();
  }

  /**
   * Wraps a call so that a 403 becomes {@link noRight}.
   *
   * @param what name of what is read
   * @param isReadable whether the key can read something else of this customer now. Without it, the 403 can be about the
   *   customer and stays a failure.
   */
  guard<I extends { studio: StudioRef }, T>(
    what: string,
    call: (input: I) => Promise<Outcome<T>>,
    isReadable: (input: I) => boolean,
  ): (input: I) => Promise<Outcome<T | NoRight>> {
    const refused = this.#refused.get(what) ?? new Set();
    this.#refused.set(what, refused);
    const answer = { ok: true, value: noRight } as const;
    return async (input) => {
      if (refused.has(input.studio)) return answer;
      const connections = this.#connections;
      const outcome = await call(input);
      if (outcome.ok || !isRefusal(outcome.problem) || !isReadable(input)) return outcome;
      // The answer to a key that has been replaced says nothing about the new one.
      if (connections === this.#connections) refused.add(input.studio);
      return answer;
    };
  }
}

/** Whether the API itself refuses the key, and not a proxy in its place. */
function isRefusal({ kind, response }: Problem): boolean {
  return kind.startsWith('forbidden') && response?.errorMessage !== undefined;
}
