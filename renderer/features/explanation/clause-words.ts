import type { CalendarDate, Money } from '../../../preload/contract/domain';
import { formatDate } from '../../format/date';
import { listFormat } from '../../format/intl';
import { formatMoney } from '../../format/money';

/** How amounts, dates and lists are written in the words of a clause. */
export interface ClauseFormat {
  /** "€29.90 and CHF 31.50": sums of different currencies stay apart. */
  money: (sums: readonly Money[]) => string;
  date: (day: CalendarDate) => string;
  list: (parts: readonly string[]) => string;
}

export function clauseFormat(locale: string): ClauseFormat {
  const list = (parts: readonly string[]) => listFormat(locale).format(parts);
  return {
    money: (sums) => list(sums.map((money) => formatMoney(money, locale))),
    date: (day) => formatDate(day, locale, 'long'),
    list,
  };
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
