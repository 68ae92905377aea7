import type { Account, CustomerId } from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';

/** The page opens the only one found at once; whoever asks later wants to know how it stands then. */
const freshMs = 1_000;

/**
 * The account of the only customer found, asked for before the page does: the answer is on its way while the page still draws whose
 * it is. No request is made that would not be made a moment later.
 */
export class Ahead {
  #asked: { id: CustomerId; answer: Promise<Outcome<Account>>; forget: NodeJS.Timeout } | undefined;

  constructor(private readonly balances: (id: CustomerId) => Promise<Outcome<Account>>) {}

  ask(id: CustomerId): void {
    this.drop();
    const forget = setTimeout(() => this.drop(), freshMs);
    forget.unref();
    this.#asked = { id, answer: this.balances(id), forget };
  }

  /** What was asked for this customer a moment ago, once; else it is asked for now. */
  answer(id: CustomerId): Promise<Outcome<Account>> {
    const asked = this.#asked;
    this.drop();
    return asked?.id === id ? asked.answer : this.balances(id);
  }

  /** SECURITY: nothing of a caller is kept for nobody. */
  drop(): void {
    clearTimeout(this.#asked?.forget);
    this.#asked = undefined;
  }
}
