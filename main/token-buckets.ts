interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Token buckets by name. A full bucket can be emptied at once and is refilled at a steady rate. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  /**
   * @param now milliseconds since the epoch
   * @param burst tokens of a full bucket, at least 1
   * @param perMs tokens refilled per millisecond
   */
  constructor(
    private readonly now: () => number,
    private readonly burst: number,
    private readonly perMs: number,
  ) {}

  /**
   * Takes a token and returns 0; without a token, returns the milliseconds until the next one.
   *
   * @param reserve number of tokens that stay in the bucket for others, less than `burst`
   */
  take(name: string, reserve = 0): number {
    const now = this.now();
    const { tokens, filledAt } = this.#buckets.get(name) ?? { tokens: this.burst, filledAt: now };
    const full = Math.min(this.burst, tokens + Math.max(0, now - filledAt) * this.perMs);
    const taken = full >= 1 + reserve;
    this.#buckets.set(name, { tokens: taken ? full - 1 : full, filledAt: now });
    return taken ? 0 : Math.ceil((1 + reserve - full) / this.perMs);
  }
}
