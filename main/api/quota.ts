/** The API counts requests per endpoint and refuses the whole next minute once its limit is passed. */
const freezeMs = 60_000;

/** Longer than any pause an agent could wait out; an absurd Retry-After must not shut an endpoint for a year. */
const longestFreezeMs = 15 * 60_000;

/** Remembers which endpoints answered 429, so that nobody asks them again before their time. */
export class Quota {
  readonly #frozenUntil = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** Whole seconds until the endpoint may be asked again; 0 when it may be asked now. */
  secondsLeft(endpoint: string): number {
    return Math.max(0, Math.ceil(((this.#frozenUntil.get(endpoint) ?? 0) - this.now()) / 1000));
  }

  /** @param retryAfter the header as sent (RFC 9110, 10.2.3: seconds or an HTTP date), if there was one */
  freeze(endpoint: string, retryAfter: string | null): void {
    const asked = retryAfter === null ? 0 : this.#milliseconds(retryAfter);
    this.#frozenUntil.set(endpoint, this.now() + Math.min(Math.max(asked, freezeMs), longestFreezeMs));
  }

  #milliseconds(retryAfter: string): number {
    const text = retryAfter.trim();
    const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - this.now();
    return Number.isNaN(ms) ? 0 : ms;
  }
}
