import { TokenBuckets } from '../token-buckets';

/**
 * Minimum pause after a 429, in milliseconds. The API counts requests per endpoint, and refuses all requests of the
 * minute after its limit is exceeded.
 */
const minPauseMs = 60_000;

/** Maximum pause, in milliseconds. A wrong Retry-After must not block an endpoint for a year. */
const maxPauseMs = 15 * 60_000;

const minuteMs = 60_000;

/**
 * Default share of this desktop, in requests per minute and endpoint. All desktops of a studio use the same quota of
 * 1,000.
 */
export const defaultShare = 300;

/**
 * Part of the share that may be used at once. The rest is refilled over a minute, so that no minute exceeds the
 * share.
 */
const burstShare = 0.2;

/**
 * Decides which endpoints may be requested now: a token bucket per endpoint, and a pause for endpoints that answered
 * 429.
 */
export class Quota {
  readonly #frozenUntil = new Map<string, number>();
  readonly #buckets: TokenBuckets;
  /** Tokens that requests in the background leave for lookups. */
  readonly #reserve: number;

  /**
   * @param now milliseconds since the epoch
   * @param share requests per minute and endpoint that this desktop may send
   */
  constructor(
    private readonly now: () => number,
    share: number = defaultShare,
  ) {
    const burst = Math.max(1, share * burstShare);
    this.#reserve = (burst - 1) / 2;
    this.#buckets = new TokenBuckets(now, burst, Math.max(1, share - burst) / minuteMs);
  }

  /** Whole seconds until a paused endpoint may be requested again; 0 when it may be requested now. */
  secondsLeft(endpoint: string): number {
    return Math.max(0, Math.ceil(((this.#frozenUntil.get(endpoint) ?? 0) - this.now()) / 1000));
  }

  /** @param retryAfter value of the header, if there was one (RFC 9110, 10.2.3: seconds or an HTTP date) */
  freeze(endpoint: string, retryAfter: string | null): void {
    const asked = retryAfter === null ? 0 : this.#milliseconds(retryAfter);
    this.#frozenUntil.set(endpoint, this.now() + Math.min(Math.max(asked, minPauseMs), maxPauseMs));
  }

  /**
   * Takes a token and returns 0; without a token, returns the milliseconds until the next one.
   *
   * @param isBackground true for a request that leaves half of the tokens for lookups
   */
  take(endpoint: string, isBackground = false): number {
    return this.#buckets.take(endpoint, isBackground ? this.#reserve : 0);
  }

  #milliseconds(retryAfter: string): number {
    const text = retryAfter.trim();
    const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - this.now();
    return Number.isNaN(ms) ? 0 : ms;
  }
}
