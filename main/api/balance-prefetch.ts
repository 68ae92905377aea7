import type { AccountInput } from '../../preload/contract/calls';
import type { Account } from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';
import { customerKey } from '../../preload/contract/studio';
import { ExpiringValue } from '../expiring-value';

/**
 * Lifetime of a prefetched answer, in milliseconds. The page opens a single hit at once; a later request must get a
 * current balance.
 */
const lifetimeMs = 1_000;

/**
 * Requests the balances of a single hit before the page does, so that the answer arrives while the page still renders
 * the customer. It saves time and costs no extra request.
 */
export class BalancePrefetch {
  readonly #asked = new ExpiringValue<{ of: AccountInput; answer: Promise<Outcome<Account>> }>(lifetimeMs);

  constructor(private readonly balances: (of: AccountInput) => Promise<Outcome<Account>>) {}

  start(of: AccountInput): void {
    this.#asked.keep({ of, answer: this.balances(of) });
  }

  /** Returns the prefetched answer for this customer once; otherwise sends a request. */
  take(of: AccountInput): Promise<Outcome<Account>> {
    const kept = this.#asked.take((asked) => customerKey(asked.of) === customerKey(of));
    return kept?.answer ?? this.balances(of);
  }

  clear(): void {
    this.#asked.drop();
  }
}
