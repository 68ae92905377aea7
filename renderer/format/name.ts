import type { Customer } from '../../preload/contract/domain';

/** "Edgar Thomas Bullock Meyer"; undefined when no part of the name was supplied. */
export function fullName(customer: Customer): string | undefined {
  return joined(customer.firstName, customer.secondFirstName, customer.lastName, customer.secondLastName);
}

/** "Am Bahnhof 89, 12133 Munich"; undefined when no part of the address was supplied. */
export function address(customer: Customer): string | undefined {
  const street = joined(customer.street, customer.houseNumber);
  const city = joined(customer.zipCode, customer.city);
  return [street, city].filter(Boolean).join(', ') || undefined;
}

function joined(...parts: (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined;
}
