import type { Problem, ProblemKind } from '../../preload/contract/problem';
import type { StudioRef } from '../../preload/contract/studio';
import { TokenBuckets } from '../token-buckets';
import type { Clock } from './clock';

/** How long making the index rests after the last lookup, in milliseconds. */
const quietMs = 5_000;

/** Pause after the first failure, in milliseconds. It doubles with each further one, up to the maximum. */
const firstPauseMs = 2_000;
const maxPauseMs = 5 * 60_000;

/** Default of `phoneIndexRequestsPerMinute`. */
export const defaultRequestsPerMinute = 60;

/** Part of the requests of a minute that may be sent at once, as in the quota of the desktop. */
const burstShare = 0.2;

/** Problems that may end by themselves. */
const temporary: ReadonlySet<ProblemKind> = new Set([
  'rateLimited',
  'unavailable',
  'unreachable',
  'nameNotResolved',
  'offline',
  'connectionLost',
  'timeout',
]);

export const isTemporary = ({ kind }: Problem): boolean => temporary.has(kind);

/** Decides when the next request for the index may be sent: within its share, and not while the agent looks somebody up. */
export class IndexPace {
  readonly #buckets: TokenBuckets;
  #quietUntil = 0;

  constructor(
    private readonly clock: Clock,
    requestsPerMinute: number = defaultRequestsPerMinute,
  ) {
    const burst = Math.max(1, requestsPerMinute * burstShare);
    this.#buckets = new TokenBuckets(clock.now, burst, Math.max(1, requestsPerMinute - burst) / 60_000);
  }

  lookupBegan(): void {
    this.#quietUntil = this.clock.now() + quietMs;
  }

  /** Waits until a request to the studio may be sent. @param onQuiet called when a lookup makes it wait */
  async turn(studio: StudioRef, signal: AbortSignal, onQuiet: () => void): Promise<void> {
    while (!signal.aborted) {
      const quiet = this.#quietUntil - this.clock.now();
      if (quiet > 0) onQuiet();
      const wait = quiet > 0 ? quiet : this.#buckets.take(studio);
      if (wait === 0) return;
      await this.clock.sleep(wait, signal);
    }
  }

  /** Waits after a failure: as long as the API says, or longer with each failure. Desktops wait differently long. */
  async afterFailure(problem: Problem, failures: number, signal: AbortSignal): Promise<void> {
    const ceiling = Math.min(maxPauseMs, firstPauseMs * 2 ** (failures - 1));
    const asked = (problem.retryAfterSeconds ?? 0) * 1_000;
    await this.clock.sleep(asked + ceiling * (0.5 + this.clock.random() / 2), signal);
  }
}
