interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A bucket of tokens for each name: so many may be taken at once, and they come back one by one. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  /**
   * @param now milliseconds
   * @param burst what a full bucket holds, at least 1
   * @param perMs tokens that come back in a millisecond
   */
  constructor(
    private readonly now: () => number,
    private readonly burst: number,
    private readonly perMs: number,
  ) {}

  /** Takes a token and returns 0, or takes none and returns the milliseconds until there may be one. */
  take(name: string): number {
    const now = this.now();
    const { tokens, filledAt } = this.#buckets.get(name) ?? { tokens: this.burst, filledAt: now };
    const full = Math.min(this.burst, tokens + Math.max(0, now - filledAt) * this.perMs);
    const taken = full >= 1;
    this.#buckets.set(name, { tokens: taken ? full - 1 : full, filledAt: now });
    return taken ? 0 : Math.ceil((1 - full) / this.perMs);
  }
}
