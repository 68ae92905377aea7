import type { Customer } from './domain';

/** "Bullock Meyer, Edgar Thomas", for lists; undefined when no part of the name was supplied. */
export function listName(customer: Customer): string | undefined {
  const { firstName, secondFirstName, lastName, secondLastName } = customer;
  const last = [lastName, secondLastName].filter(Boolean).join(' ');
  const first = [firstName, secondFirstName].filter(Boolean).join(' ');
  return [last, first].filter(Boolean).join(', ') || undefined;
}
