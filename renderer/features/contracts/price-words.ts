import type { ContractPrice, Money, TimeSpan } from '../../../preload/contract/domain';
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
  const first = [!isFree && now && formatMoney(now, locale), rhythm(price, words, locale)];
  const later = (price.steps ?? [])
    .filter(({ after }) => after.value !== '0' && isAhead(after))
    .map((step) => `${words.fromStep(step.after)} ${formatMoney(step.price, locale)}`);
  return [first.filter(Boolean).join(' '), ...later].filter(Boolean).join(', ') || undefined;
}

function rhythm(price: ContractPrice, words: ContractsMessages, locale: string): string | undefined {
  const { frequency, every, onDays } = price;
  if (frequency === 'FREE') return words.free;
  if (frequency === 'NON_RECURRING') return words.once;
  if (frequency === 'MONTH_DAY' && onDays) return daysInWords(onDays, price.current, words, locale);
  if (frequency === 'RECURRING' || frequency === 'TERM_BASED') return every && words.rhythm(every);
  return frequency;
}

/** `on 1 January and 1 July`; with the prices where they differ from one another or from the price now. */
function daysInWords(
  days: NonNullable<ContractPrice['onDays']>,
  now: Money | undefined,
  words: ContractsMessages,
  locale: string,
): string {
  const amounts = new Set(
    [...days.map(({ price }) => price), ...(now ? [now] : [])].map((each) => formatMoney(each, locale)),
  );
  const texts = days.map(({ month, day, price }) => {
    const date = formatMonthDay(month, day, locale);
    return amounts.size === 1 ? date : `${date} (${formatMoney(price, locale)})`;
  });
  return words.onDays(formatList(texts, locale));
}
