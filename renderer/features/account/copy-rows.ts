import type { Booking, Customer, Money } from '../../../preload/contract/domain';
import { bookingSums, sumsOf } from '../../bookings/open-amounts';
import { formatDate } from '../../format/date';
import { numberFormat } from '../../format/intl';
import { formatMoney } from '../../format/money';
import { fullName } from '../../format/name';
import type { Language } from '../../messages/language';
import { isOpen } from './timeline';

/** What is copied: some bookings of a customer. */
export interface CopiedRows {
  customer: Customer | undefined;
  bookings: readonly Booking[];
}

/**
 * Rows as lines for a mail or a chat, below the customer and above the sum. Tabs separate the parts: no comma stands
 * beside an amount, and a spreadsheet puts each part into a cell.
 */
export function rowsAsText({ customer, bookings }: CopiedRows, { messages, locale }: Language): string {
  const words = messages.bookings;
  const money = (amount: Money) => plain(formatMoney(amount, locale));
  const sums = bookingSums(bookings);
  const lines = bookings.map((booking) => [
    cell(formatDate(booking.dueDate, locale)),
    booking.description === undefined ? messages.notSupplied : cell(booking.description),
    booking.amount ? money(booking.amount) : messages.notSupplied,
    ...openPart(booking, words.openWord, money, messages.notSupplied),
    ...(booking.installmentPlan ? [words.installmentPlan] : []),
  ]);
  const total = [
    words.sumOf(bookings.length),
    '',
    [
      ...sums.amounts.map(money),
      ...(sums.withoutAmount > 0 ? [words.withoutAmount(sums.withoutAmount)] : []),
    ].join(' + '),
    ...(sums.open.length > 0 ? [`${words.openWord} ${sums.open.map(money).join(' + ')}`] : []),
  ];
  return linesOf(customer, words.number, [...lines, total]);
}

/** The open amount of a booking in words; empty where nothing is open. */
function openPart(
  booking: Booking,
  openWord: string,
  money: (amount: Money) => string,
  notSupplied: string,
): string[] {
  if (!booking.openAmount) return [`${openWord}: ${notSupplied}`];
  return isOpen(booking) ? [`${openWord} ${money(booking.openAmount)}`] : [];
}

/**
 * Rows as tab-separated values with headings, for a spreadsheet: dates as `YYYY-MM-DD`, amounts in the locale's
 * number format, and a sum of each currency.
 */
export function rowsAsTable({ customer, bookings }: CopiedRows, { messages, locale }: Language): string {
  const words = messages.bookings;
  const head = [words.due, words.description, words.amount, words.open, words.currency, words.note];
  const lines = bookings.map(({ dueDate, description, amount, openAmount, installmentPlan }) => [
    cell(dueDate),
    cell(description ?? ''),
    number(amount, locale),
    number(openAmount, locale),
    cell(amount?.currency ?? openAmount?.currency ?? ''),
    installmentPlan ? words.installmentPlan : '',
  ]);
  const amounts = sumsOf(bookings.flatMap(({ amount }) => amount ?? []));
  const open = sumsOf(bookings.flatMap(({ openAmount }) => openAmount ?? []));
  const currencies = [...new Set([...amounts, ...open].map(({ currency }) => currency))];
  const sums = currencies.map((currency) => {
    const [amount, openAmount] = [amounts, open].map((all) => all.find((sum) => sum.currency === currency));
    return [words.sum, '', number(amount, locale), number(openAmount, locale), cell(currency), ''];
  });
  return linesOf(customer, words.number, [head, ...lines, ...sums]);
}

/** The customer in the first line, in one cell: a spreadsheet takes "1-2026" in a cell of its own for a date. */
function linesOf(customer: Customer | undefined, numberWord: string, lines: string[][]): string {
  const who = [
    customer && fullName(customer),
    customer?.number === undefined ? undefined : `${numberWord} ${customer.number}`,
  ].filter((part) => part !== undefined);
  const head = who.length > 0 ? [[cell(who.join(', '))]] : [];
  return [...head, ...lines].map((line) => line.join('\t')).join('\n');
}

/** Digits with the locale's decimal separator, without grouping and currency. */
function number(money: Money | undefined, locale: string): string {
  if (!money) return '';
  const decimal = numberFormat(locale)
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal');
  return money.amount.replace('.', decimal?.value ?? '.');
}

const plain = (text: string): string => text.replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ');

// SECURITY: a spreadsheet runs a text that begins with one of these as a formula, and a quotation mark hides them. The
// apostrophe prevents it.
function cell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^["=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
}
