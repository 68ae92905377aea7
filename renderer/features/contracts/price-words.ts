import type { ContractPrice, TimeSpan } from '../../../preload/contract/domain';
import { formatMonthDay } from '../../format/date';
import { formatList } from '../../format/list';
import { formatMoney } from '../../format/money';
import type { ContractsMessages } from './messages';

/**
 * A price in words: `€29.90 monthly`, `€60.00 on 1 January and 1 July`, `€19.90, from the 4th month €29.90`. Amounts keep
 * every digit; frequencies and units that are not documented are shown as sent.
 *
 * @param isAhead whether a later price is not active yet; earlier ones are left out
 * @returns undefined when nothing of the price was sent
 */
export function priceWords(
  price: ContractPrice,
  words: ContractsMessages,
  locale: string,
  isAhead: (after: TimeSpan) => boolean = () => true,
): string | undefined {
  const now = price.current ?? price.each;
  const isFree = price.frequency === 'FREE' && (now === undefined || !/[1-9]/.test(now.amount));
  // Days with prices need no price now.
  const isOnDays = price.frequency === 'MONTH_DAY' && price.onDays !== undefined;
  const first = isOnDays
    ? [daysInWords(price.onDays ?? [], words, locale)]
    : [!isFree && now && formatMoney(now, locale), rhythm(price, words)];
  const later = (price.steps ?? [])
    .filter(({ after }) => after.value !== '0' && isAhead(after))
    .map((step) => `${words.fromStep(step.after)} ${formatMoney(step.price, locale)}`);
  return [first.filter(Boolean).join(' '), ...later].filter(Boolean).join(', ') || undefined;
}

function rhythm(price: ContractPrice, words: ContractsMessages): string | undefined {
  const { frequency, every } = price;
  if (frequency === 'FREE') return words.free;
  if (frequency === 'NON_RECURRING') return words.once;
  if (frequency === 'RECURRING' || frequency === 'TERM_BASED') return every && words.rhythm(every);
  return frequency;
}

/** `€60.00 on 1 January and 1 July`, or `€60.00 on 1 January and €70.50 on 1 July`. */
function daysInWords(
  days: NonNullable<ContractPrice['onDays']>,
  words: ContractsMessages,
  locale: string,
): string {
  const amounts = days.map(({ price }) => formatMoney(price, locale));
  const dates = days.map(({ month, day }) => formatMonthDay(month, day, locale));
  if (new Set(amounts).size === 1) return `${amounts[0]} ${words.onDays(formatList(dates, locale))}`;
  const each = dates.map((date, index) => `${amounts[index]} ${words.onDays(date)}`);
  return formatList(each, locale);
}
