import type { FoundCustomer } from '../../preload/contract/domain';
import { type CustomerRef, customerKey } from '../../preload/contract/studio';

/** Maximum number of customers that are remembered. */
const seenKept = 5_000;

/** What is remembered of a customer whom a search or a lookup has found. */
export interface SeenCustomer extends CustomerRef {
  number?: string;
  /** As the API sends them. */
  phones: readonly string[];
  /** ISO code, in whose form a telephone number without country code is read. */
  country?: string;
}

/**
 * The customers whom this session has found. SECURITY: kept in main's memory only, without names, and
 * forgotten with the recent customers.
 */
export class SeenCustomers {
  readonly #seen = new Map<string, SeenCustomer>();

  add(found: readonly FoundCustomer[]): void {
    for (const { customer, studio, via } of found.slice(0, seenKept)) {
      const { id, number, country } = customer;
      const seen = { studio, id, phones: customer.phones ?? [], ...(via && { via }) };
      const key = customerKey(seen);
      this.#seen.delete(key);
      this.#seen.set(key, { ...seen, ...(number && { number }), ...(country && { country }) });
    }
    for (const key of this.#seen.keys()) {
      if (this.#seen.size <= seenKept) break;
      this.#seen.delete(key);
    }
  }

  /** The customer, if this session has found them. */
  find(customer: CustomerRef): SeenCustomer | undefined {
    return this.#seen.get(customerKey(customer));
  }

  /** The latest first. */
  all(): SeenCustomer[] {
    return [...this.#seen.values()].reverse();
  }

  forgotten(): void {
    this.#seen.clear();
  }
}
