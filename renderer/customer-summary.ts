import type { Account, BalanceSign, Booking, Customer } from '../preload/contract/domain';
import { overdueOf } from './bookings/due-amounts';
import type { Maskable } from './components/masking';
import { meaningOf } from './features/account/balance-meaning';
import { overdueDetails } from './features/account/due-figures';
import { formatDate, formatTime, today } from './format/date';
import { formatMoney } from './format/money';
import { fullName } from './format/name';
import { known, type Loadable } from './loadable';
import type { Language } from './messages/language';

/** What a summary is made of. */
export interface Summarised {
  customer: Customer;
  /** Name of the home studio. */
  studio: string;
  account: Loadable<Account>;
  past: Loadable<Booking[]>;
  upcoming: Loadable<Booking[]>;
  /** Whether later bookings can still be loaded. */
  isComplete: boolean;
  balanceSign: BalanceSign;
  masked: ReadonlySet<Maskable>;
  /** Whether the caller is verified; without it no money is in the summary. */
  isVerified: boolean;
  /** Time of the oldest data, in milliseconds since the epoch. */
  asOf: number | undefined;
}

/** The customer and their account as a plain text, one fact a line. Masked facts are not in it. */
export function customerSummary(given: Summarised, language: Language): string {
  const { customer, studio, masked, isVerified, asOf } = given;
  const { messages, locale } = language;
  const words = messages.summary;
  const lines: (readonly [string, string] | false)[] = [
    [words.name, fullName(customer) ?? messages.notSupplied],
    !masked.has('customerNumber') && [words.number, customer.number ?? messages.notSupplied],
    [words.studio, studio],
    ...(isVerified ? moneyLines(given, language) : []),
    [words.access, customer.accessRefused ? messages.customer.accessBlocked : words.notBlocked],
    asOf !== undefined && [
      words.asOf,
      `${formatDate(today(new Date(asOf)), locale)}, ${formatTime(asOf, locale)}`,
    ],
  ];
  return lines
    .filter((line) => line !== false)
    .map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ').trim()}`)
    .join('\n');
}

function moneyLines(given: Summarised, { messages, locale }: Language): [string, string][] {
  const words = messages.summary;
  const account = known(given.account)?.value;
  const ofAccount = (value: (account: Account) => string | undefined) =>
    account ? (value(account) ?? messages.notSupplied) : words.notLoaded;
  return [
    [words.balance, ofAccount((loaded) => balanceText(loaded, given.balanceSign, messages, locale))],
    [words.open, openText(given, messages, locale)],
    [words.dunning, ofAccount(({ dunningLevel }) => dunningLevel)],
    [
      words.collection,
      ofAccount(({ inDebtCollection }) =>
        inDebtCollection ? messages.account.inDebtCollection : messages.account.notInDebtCollection,
      ),
    ],
  ];
}

type Words = Language['messages'];

/** The balance as sent; "Owes" and "Credit" only where the policy says what the sign means. */
function balanceText(
  { balance }: Account,
  balanceSign: BalanceSign,
  { account: words }: Words,
  locale: string,
): string | undefined {
  const meaning = meaningOf(balance, balanceSign);
  const amount = balance && formatMoney(balance, locale);
  return amount && meaning ? `${amount} (${words[meaning]})` : amount;
}

/** What is open and overdue by currency, and of how many bookings. */
function openText({ past, upcoming, isComplete }: Summarised, messages: Words, locale: string): string {
  const bookings = known(past)?.value;
  if (!bookings) return messages.summary.notLoaded;
  const day = today();
  const overdue = overdueOf(bookings, day, known(upcoming)?.value);
  const amounts = overdue.sums.map((money) => formatMoney(money, locale)).join(' + ');
  const details = overdueDetails(overdue, isComplete ? undefined : bookings.length, messages.account, day);
  const nothing = overdue.unknown > 0 ? messages.notSupplied : messages.account.nothingOpen;
  return `${amounts || nothing}${details && ` (${details})`}`;
}
