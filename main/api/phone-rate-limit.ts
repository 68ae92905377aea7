import { lazyBuiltins } from '../lazy-builtins';
import { TokenBuckets } from '../token-buckets';

/** Numbers at once, and then a minute. */
const burst = 30;
const perMinute = 20;

/** Numbers of the last calls, which can be asked for again. */
const rememberedCount = 8;

/**
 * Rate limit of the telephone numbers that the page asks for, typed or calling.
 *
 * SECURITY: a hostile page could otherwise try all numbers: those of one area code, ten million, now take it a year. An agent
 * stays below: a call is one number, however often it is repeated, and not twenty calls a minute ring at one desk.
 */
export class PhoneRate {
  readonly #buckets: TokenBuckets;
  /** Digests, so that main does not keep the numbers of earlier callers. */
  #remembered: string[] = [];
  #key: Buffer | undefined;

  constructor(now: () => number = Date.now) {
    this.#buckets = new TokenBuckets(now, burst, perMinute / 60_000);
  }

  /** Whether this number may be asked for now. */
  allows(number: string): boolean {
    const { createHmac, randomBytes } = lazyBuiltins.crypto();
    this.#key ??= randomBytes(32);
    const digest = createHmac('sha256', this.#key).update(written(number)).digest('base64');
    const isNew = !this.#remembered.includes(digest);
    if (isNew && this.#buckets.take('numbers') > 0) return false;
    const others = this.#remembered.filter((each) => each !== digest);
    this.#remembered = [digest, ...others].slice(0, rememberedCount);
    return true;
  }
}

/**
 * A number without its separators. SECURITY: everything else counts, also digits of other scripts, a plus and the words before an
 * extension: two texts that the search reads as different numbers must never be one here.
 */
function written(number: string): string {
  return number.normalize('NFKC').replace(/[\s()./\p{Pd}]/gu, '');
}
