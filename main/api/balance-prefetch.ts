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

/** Balances of a customer that were requested. */
interface Asked {
  of: AccountInput;
  answer: Promise<Outcome<Account>>;
}

/** How balances are requested. */
export interface BalanceRequests {
  /** For the page; cancels its request before. */
  forPage: (of: AccountInput) => Promise<Outcome<Account>>;
  /** For a customer whom the page may not open; cancels no request for the page. */
  ahead: (of: AccountInput) => Promise<Outcome<Account>>;
  /** Called when the page takes what was requested ahead, which then counts as its own request. */
  taken: (of: AccountInput) => void;
}

/**
 * Requests the balances of a single hit before the page does, so that the answer arrives while the page still renders
 * the customer. It saves time and costs no extra request.
 */
export class BalancePrefetch {
  readonly #asked = new ExpiringValue<Asked>(lifetimeMs);
  /** What the page waits for. */
  #awaited: Asked | undefined;

  constructor(private readonly requests: BalanceRequests) {}

  start(of: AccountInput): void {
    // The agent has opened the hit before the search ended.
    if (this.#awaited && isSame(this.#awaited.of, of)) return;
    this.startAhead(of)();
  }

  /** Requests the balances while the customer is looked up. @returns keeps the answer for the page, once the customer is known */
  startAhead(of: AccountInput): () => void {
    const answer = this.requests.ahead(of);
    return () => this.#asked.keep({ of, answer });
  }

  /** Returns the prefetched answer for this customer once; otherwise sends a request. */
  take(of: AccountInput): Promise<Outcome<Account>> {
    const kept = this.#asked.take((asked) => isSame(asked.of, of));
    if (kept) this.requests.taken(of);
    const awaited = kept ?? { of, answer: this.requests.forPage(of) };
    this.#awaited = awaited;
    return awaited.answer.finally(() => {
      if (this.#awaited === awaited) this.#awaited = undefined;
    });
  }

  clear(): void {
    this.#asked.drop();
  }
}

function isSame(one: AccountInput, other: AccountInput): boolean {
  return customerKey(one) === customerKey(other);
}
