import type { FoundCustomer } from '../preload/contract/domain';
import { type CustomerRef, customerKey } from '../preload/contract/studio';

/** Reference of a customer who was found. */
export function refOf({ customer, studio, via }: FoundCustomer): CustomerRef {
  return { studio, id: customer.id, ...(via && { via }) };
}

/** Identity of an open customer, for comparisons; undefined while none is open. */
export const keyOf = (ref: CustomerRef | undefined): string | undefined => ref && customerKey(ref);
