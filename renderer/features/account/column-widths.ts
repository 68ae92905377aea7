import type { Booking, Money } from '../../../preload/contract/domain';
import { formatDate } from '../../format/date';
import { formatMoney } from '../../format/money';
import type { Language } from '../../messages/language';

/** The widest text of each column. Rows that are not drawn must not change the widths when they come into view. */
export function widestTexts(bookings: readonly Booking[], { messages, locale }: Language) {
  const widest = (amounts: (Money | undefined)[]) => {
    const longest = new Map<string | undefined, Money>();
    let isMissing = false;
    for (const money of amounts) {
      if (!money) isMissing = true;
      else if (money.amount.length > (longest.get(money.currency)?.amount.length ?? 0))
        longest.set(money.currency, money);
    }
    const texts = [...longest.values()].map((money) => formatMoney(money, locale));
    return texts.reduce((a, b) => (b.length > a.length ? b : a), isMissing ? messages.notSupplied : '');
  };
  return {
    due: formatDate('2028-09-28', locale),
    amount: widest(bookings.map(({ amount }) => amount)),
    open: widest(bookings.map(({ openAmount }) => openAmount)),
  };
}
