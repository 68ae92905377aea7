import type { Booking, Money } from '../../../preload/contract/domain';
import { sign, sum } from '../../format/money';

export interface OpenAmounts {
  /** One sum a currency, in the order the currencies first appear; zero sums are left out. */
  sums: Money[];
  /** How many bookings are open, and of how many. */
  open: number;
  of: number;
  /** How many did not say whether they are open. */
  unknown: number;
}

/** The open amounts of bookings, exactly and per currency: amounts of two currencies are never added. */
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
