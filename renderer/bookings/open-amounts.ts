import type { Booking, Money } from '../../preload/contract/domain';
import { sign, sum } from '../format/money';

/** Exact sums, one per currency in the order of their first appearance. */
export function sumsOf(amounts: readonly Money[]): Money[] {
  const byCurrency = new Map<string, string[]>();
  for (const { amount, currency } of amounts) {
    const known = byCurrency.get(currency);
    if (known) known.push(amount);
    else byCurrency.set(currency, [amount]);
  }
  return [...byCurrency].map(([currency, each]) => ({ amount: sum(each), currency }));
}

/** Sums of some bookings: amounts and open amounts by currency, and how many bookings lack one. */
export interface BookingSums {
  amounts: Money[];
  withoutAmount: number;
  open: Money[];
  withoutOpen: number;
}

export function bookingSums(bookings: readonly Booking[]): BookingSums {
  const amounts = bookings.flatMap(({ amount }) => amount ?? []);
  const open = bookings.flatMap(({ openAmount }) => openAmount ?? []);
  return {
    amounts: sumsOf(amounts),
    withoutAmount: bookings.length - amounts.length,
    // Zero amounts are left out.
    open: sumsOf(open.filter(({ amount }) => sign(amount) !== 0)),
    withoutOpen: bookings.length - open.length,
  };
}
