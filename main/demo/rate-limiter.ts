/**
 * Rate limit of the API: 1,000 requests per minute and endpoint; above it, every request of the next minute gets 429.
 */
export const requestsPerMinute = 1_000;
const minuteMs = 60_000;

interface Counted {
  /** Times of the requests of the last minute, oldest first. */
  times: number[];
  refusedUntil: number;
}

export class RateLimiter {
  readonly #endpoints = new Map<string, Counted>();

  /** `now` in milliseconds since the epoch. */
  constructor(private readonly now: () => number) {}

  /**
   * Counts a request to an endpoint, which is named by its documented path; false when it must be answered with 429.
   */
  admit(endpoint: string): boolean {
    const now = this.now();
    const counted = this.#endpoints.get(endpoint) ?? { times: [], refusedUntil: Number.NEGATIVE_INFINITY };
    this.#endpoints.set(endpoint, counted);
    if (now < counted.refusedUntil) return false;
    while ((counted.times[0] ?? now) <= now - minuteMs) counted.times.shift();
    if (counted.times.length < requestsPerMinute) {
      counted.times.push(now);
      return true;
    }
    counted.times = [];
    counted.refusedUntil = now + minuteMs;
    return false;
  }
}
