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

  /** @param ahead requests the balances of a customer who may not be opened, and cancels no other request */
  constructor(
    private readonly balances: (of: AccountInput) => Promise<Outcome<Account>>,
    private readonly ahead = balances,
  ) {}

  start(of: AccountInput): void {
    this.#asked.keep({ of, answer: this.balances(of) });
  }

  /** Requests the balances while the customer is looked up. @returns keeps the answer for the page, once the customer is known */
  startAhead(of: AccountInput): () => void {
    const answer = this.ahead(of);
    return () => this.#asked.keep({ of, answer });
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
