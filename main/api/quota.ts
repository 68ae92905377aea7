import { TokenBuckets } from '../token-buckets';

/** The API counts requests per endpoint and refuses the whole next minute once its limit is passed. */
const freezeMs = 60_000;

/** Longer than any pause an agent could wait out; an absurd Retry-After must not shut an endpoint for a year. */
const longestFreezeMs = 15 * 60_000;

const minuteMs = 60_000;

/** Of the studio's 1,000 a minute and endpoint, since every desk of the studio draws on the same count. */
export const defaultShare = 300;

/** This part of the share may be spent at once; the rest comes back over a minute, so that no minute exceeds it. */
const burstPart = 0.2;

/** Which endpoints may be asked now: a token bucket each, and a pause for those that answered 429. */
export class Quota {
  readonly #frozenUntil = new Map<string, number>();
  readonly #buckets: TokenBuckets;

  /**
   * @param now milliseconds
   * @param share requests a minute and endpoint that this desktop allows itself
   */
  constructor(
    private readonly now: () => number,
    share: number = defaultShare,
  ) {
    const burst = Math.max(1, share * burstPart);
    this.#buckets = new TokenBuckets(now, burst, Math.max(1, share - burst) / minuteMs);
  }

  /** Whole seconds until a frozen endpoint may be asked again; 0 when it may be asked now. */
  secondsLeft(endpoint: string): number {
    return Math.max(0, Math.ceil(((this.#frozenUntil.get(endpoint) ?? 0) - this.now()) / 1000));
  }

  /** @param retryAfter the header as sent (RFC 9110, 10.2.3: seconds or an HTTP date), if there was one */
  freeze(endpoint: string, retryAfter: string | null): void {
    const asked = retryAfter === null ? 0 : this.#milliseconds(retryAfter);
    this.#frozenUntil.set(endpoint, this.now() + Math.min(Math.max(asked, freezeMs), longestFreezeMs));
  }

  /** Takes a token and returns 0, or takes none and returns the milliseconds until there may be one. */
  take(endpoint: string): number {
    return this.#buckets.take(endpoint);
  }

  #milliseconds(retryAfter: string): number {
    const text = retryAfter.trim();
    const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - this.now();
    return Number.isNaN(ms) ? 0 : ms;
  }
}
