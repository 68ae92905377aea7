/** 1,000 requests a minute, counted per endpoint; once passed, the whole next minute is refused (API reference). */
const perMinute = 1_000;
const minute = 60_000;

export class RateLimiter {
  readonly #endpoints = new Map<string, { since: number; count: number; refusedUntil: number }>();

  constructor(private readonly now: () => number) {}

  /** Counts a request; false when it is to be answered with 429. */
  admit(endpoint: string): boolean {
    const now = this.now();
    const before = this.#endpoints.get(endpoint);
    if (before && now < before.refusedUntil) return false;
    const counted =
      before && now - before.since < minute ? before : { since: now, count: 0, refusedUntil: 0 };
    counted.count += 1;
    if (counted.count > perMinute) counted.refusedUntil = now + minute;
    this.#endpoints.set(endpoint, counted);
    return counted.count <= perMinute;
  }
}
