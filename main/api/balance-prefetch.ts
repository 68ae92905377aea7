import type { Account, CustomerId } from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';
import { ExpiringValue } from '../expiring-value';

/** The page opens the only one found at once; whoever asks later wants to know how it stands then. */
const freshMs = 1_000;

/**
 * The account of the only customer found, asked for before the page does: the answer is on its way while the page still draws whose
 * it is. No request is made that would not be made a moment later.
 */
export class BalancePrefetch {
  readonly #asked = new ExpiringValue<{ id: CustomerId; answer: Promise<Outcome<Account>> }>(freshMs);

  constructor(private readonly balances: (id: CustomerId) => Promise<Outcome<Account>>) {}

  ask(id: CustomerId): void {
    this.#asked.keep({ id, answer: this.balances(id) });
  }

  /** What was asked for this customer a moment ago, once; else it is asked for now. */
  answer(id: CustomerId): Promise<Outcome<Account>> {
    return this.#asked.take((asked) => asked.id === id)?.answer ?? this.balances(id);
  }

  drop(): void {
    this.#asked.drop();
  }
}
