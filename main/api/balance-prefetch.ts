import type { Account, CustomerId } from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';
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
  readonly #asked = new ExpiringValue<{ id: CustomerId; answer: Promise<Outcome<Account>> }>(lifetimeMs);

  constructor(private readonly balances: (id: CustomerId) => Promise<Outcome<Account>>) {}

  start(id: CustomerId): void {
    this.#asked.keep({ id, answer: this.balances(id) });
  }

  /** Returns the prefetched answer for this customer once; otherwise sends a request. */
  take(id: CustomerId): Promise<Outcome<Account>> {
    return this.#asked.take((asked) => asked.id === id)?.answer ?? this.balances(id);
  }

  clear(): void {
    this.#asked.drop();
  }
}
