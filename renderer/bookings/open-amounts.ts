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

export interface OpenAmounts {
  /** One sum per currency; zero amounts are left out. */
  sums: Money[];
  /** Number of open bookings, and of all bookings. */
  open: number;
  of: number;
  /** Number of bookings without an open amount. */
  unknown: number;
}

/** Exact sums of the open amounts by currency; amounts of different currencies are never added. */
export function openAmounts(bookings: readonly Booking[]): OpenAmounts {
  const known = bookings.flatMap(({ openAmount }) => openAmount ?? []);
  const open = known.filter(({ amount }) => sign(amount) !== 0);
  return {
    sums: sumsOf(open),
    open: open.length,
    of: bookings.length,
    unknown: bookings.length - known.length,
  };
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
  const { sums: open, unknown: withoutOpen } = openAmounts(bookings);
  return { amounts: sumsOf(amounts), withoutAmount: bookings.length - amounts.length, open, withoutOpen };
}
