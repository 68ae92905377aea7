import type { Money } from '../../../preload/contract/domain';
import { formatDate } from '../../format/date';
import { numberFormat } from '../../format/intl';
import { formatMoney } from '../../format/money';
import type { Language } from '../../messages/language';
import type { TimelineRow } from './timeline';

/** Rows as lines for a mail or a chat: `1 Nov 2026, Membership Premium, €29.90, open €29.90`. */
export function rowsAsText(rows: readonly TimelineRow[], { messages, locale }: Language): string {
  const words = messages.bookings;
  return rows
    .map(({ booking }) =>
      [
        formatDate(booking.dueDate, locale),
        booking.description && oneLine(booking.description),
        booking.amount && formatMoney(booking.amount, locale),
        booking.openAmount && `${words.openWord} ${formatMoney(booking.openAmount, locale)}`,
        booking.installmentPlan && words.installmentPlan,
      ]
        .filter(Boolean)
        .join(', '),
    )
    .join('\n');
}

/**
 * Rows as tab-separated values with headings, for a spreadsheet: dates as `YYYY-MM-DD`, amounts in the locale's
 * number format.
 */
export function rowsAsTable(rows: readonly TimelineRow[], { messages, locale }: Language): string {
  const words = messages.bookings;
  const head = [words.due, words.description, words.amount, words.open, words.currency, words.note];
  const lines = rows.map(({ booking }) => [
    booking.dueDate,
    cell(booking.description ?? ''),
    number(booking.amount, locale),
    number(booking.openAmount, locale),
    cell(booking.amount?.currency ?? booking.openAmount?.currency ?? ''),
    booking.installmentPlan ? words.installmentPlan : '',
  ]);
  return [head, ...lines].map((line) => line.join('\t')).join('\n');
}

/** Digits with the locale's decimal separator, without grouping and currency. */
function number(money: Money | undefined, locale: string): string {
  if (!money) return '';
  const decimal = numberFormat(locale)
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal');
  return money.amount.replace('.', decimal?.value ?? '.');
}

// SECURITY: a spreadsheet runs a text that begins with one of these as a formula; the apostrophe prevents it.
function cell(text: string): string {
  const line = oneLine(text);
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
