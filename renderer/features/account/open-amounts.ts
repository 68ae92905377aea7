import type { Booking, Money } from '../../../preload/contract/domain';
import { sign, sum } from '../../format/money';

export interface OpenAmounts {
  /** One sum per currency, in the order of their first appearance; zero sums are left out. */
  sums: Money[];
  /** Number of open bookings, and of all bookings. */
  open: number;
  of: number;
  /** Number of bookings without an open amount. */
  unknown: number;
}

/** Exact sums of the open amounts by currency; amounts of different currencies are never added. */
export function openAmounts(bookings: readonly Booking[]): OpenAmounts {
  const byCurrency = new Map<string, string[]>();
  let open = 0;
  let unknown = 0;
  for (const { openAmount } of bookings) {
    if (!openAmount) unknown += 1;
    if (!openAmount || sign(openAmount.amount) === 0) continue;
    open += 1;
    byCurrency.set(openAmount.currency, [...(byCurrency.get(openAmount.currency) ?? []), openAmount.amount]);
  }
  const sums = [...byCurrency].map(([currency, amounts]) => ({ amount: sum(amounts), currency }));
  return { sums, open, of: bookings.length, unknown };
}
