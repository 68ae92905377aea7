import type {
  AccessRestriction,
  Account,
  Booking,
  CalendarDate,
  Contract,
  Customer,
  Money,
  Pause,
} from '../../../preload/contract/domain';
import { isFee } from '../../bookings/charge-types';
import { nextDueOf, type Overdue, overdueOf, unknownDue } from '../../bookings/due-amounts';
import { sumsOf } from '../../bookings/open-amounts';
import { sign, sum } from '../../format/money';
import { phaseOn } from '../../format/period';

/** What is known about a customer's account. What could not be loaded is undefined. */
export interface KnownFacts {
  past: readonly Booking[] | undefined;
  /** Whether all past bookings are loaded. */
  pastComplete: boolean;
  upcoming: readonly Booking[] | undefined;
  upcomingComplete: boolean;
  account: Account | undefined;
  contracts: readonly Contract[] | undefined;
  customer: Customer;
  today: CalendarDate;
}

/** Dates and reason of a pause or a restriction; `isNow` is false for a coming one. */
export interface Span {
  isNow: boolean;
  start?: CalendarDate;
  end?: CalendarDate;
  reason?: string;
}

/** What each clause says, by its name. `loaded` is the number of loaded bookings where there may be more. */
export interface Facts {
  open: { count: number; sums: Money[]; oldest: CalendarDate | undefined; loaded: number | undefined };
  /** `of` is the number of open bookings, of which `count` are fees. */
  fees: { count: number; of: number; sums: Money[] };
  partlySettled: { count: number; of: number };
  belowZero: { count: number };
  openUnknown: { count: number };
  nothingOpen: { others: boolean; loaded: number | undefined };
  nextDue: { date: CalendarDate; sums: Money[]; isToday: boolean; isPartial: boolean };
  dueUnknown: { count: number };
  installments: { open: number; coming: number; isPartial: boolean };
  pauses: (Span & { rateName?: string })[];
  /** Restrictions in force that have a reason. */
  blocked: Span[];
  agency: true;
  pastMissing: true;
  upcomingMissing: true;
  accountMissing: true;
}

export type ClauseName = keyof Facts;

interface Clause<F> {
  sources: readonly ('bookings' | 'contracts' | 'account' | 'customer')[];
  /** True for a clause that only says what is not known. */
  isGap?: true;
  /** The facts of the clause; undefined where it has nothing to say. */
  facts: (known: KnownFacts) => F | undefined;
}

const bookings = ['bookings'] as const;

/**
 * The rules of the explanation, in the order of its clauses: under which condition a clause is said, and what it is made of.
 * The words are in `english.ts` and `german.ts`; `docs/explaining.md` has an example of each.
 */
export const clauses: { [K in ClauseName]: Clause<Facts[K]> } = {
  open: {
    sources: bookings,
    facts(known) {
      const { count, sums, oldest } = overdue(known);
      return factsIf(count > 0, { count, sums, oldest, loaded: loadedOf(known) });
    },
  },
  fees: {
    sources: bookings,
    facts(known) {
      const { bookings: open } = overdue(known);
      const fees = open.filter(isFee);
      const sums = sumsOf(fees.flatMap(({ openAmount }) => openAmount ?? []));
      return factsIf(fees.length > 0, { count: fees.length, of: open.length, sums });
    },
  },
  partlySettled: {
    sources: bookings,
    facts(known) {
      const { bookings: open, count: of } = overdue(known);
      const count = open.filter(isPartlySettled).length;
      return factsIf(count > 0, { count, of });
    },
  },
  belowZero: {
    sources: bookings,
    facts(known) {
      const { negative: count } = overdue(known);
      return factsIf(count > 0, { count });
    },
  },
  openUnknown: {
    sources: bookings,
    facts(known) {
      const { unknown: count } = overdue(known);
      return factsIf(count > 0, { count });
    },
  },
  nothingOpen: {
    sources: bookings,
    facts(known) {
      const { count, negative, unknown } = overdue(known);
      const total = known.past?.length ?? 0;
      const unclear = negative + unknown;
      // Without a settled booking, "nothing" is known only where there are no bookings at all.
      const isNothing = total > unclear || (known.past !== undefined && total === 0 && known.pastComplete);
      return factsIf(count === 0 && isNothing, { others: unclear > 0, loaded: loadedOf(known) });
    },
  },
  nextDue: {
    sources: bookings,
    facts({ upcoming, upcomingComplete, today }) {
      const next = nextDueOf(upcoming ?? [], today);
      if (!next) return undefined;
      const { date, sums } = next;
      return { date, sums, isToday: date === today, isPartial: !upcomingComplete };
    },
  },
  dueUnknown: {
    sources: bookings,
    facts({ upcoming = [] }) {
      const count = unknownDue(upcoming);
      return factsIf(count > 0, { count });
    },
  },
  installments: {
    sources: bookings,
    facts(known) {
      const inPlan = ({ installmentPlan }: Booking) => installmentPlan;
      const open = overdue(known).bookings.filter(inPlan).length;
      const coming = (known.upcoming ?? []).filter(
        (booking) => inPlan(booking) && nextDueOf([booking], known.today) !== undefined,
      ).length;
      const isPartial = (open > 0 && !known.pastComplete) || (coming > 0 && !known.upcomingComplete);
      return factsIf(open + coming > 0, { open, coming, isPartial });
    },
  },
  pauses: {
    sources: ['customer', 'contracts'],
    facts({ customer, contracts, today }) {
      const pauses = (customer.pauses ?? [])
        .filter((pause) => phaseOn(today, pause) !== 'past')
        .sort((a, b) => a.startDate.localeCompare(b.startDate))
        .map((pause) => {
          const named = pause.rateName ?? contracts?.find(({ id }) => id === pause.contractId)?.rateName;
          const rateName = oneLine(named);
          return { ...spanOf(pause, today), ...(rateName && { rateName }) };
        });
      return factsIf(pauses.length > 0, pauses);
    },
  },
  blocked: {
    sources: ['customer'],
    facts({ customer, today }) {
      const spans = (customer.accessRestrictions ?? [])
        .filter((each) => phaseOn(today, each) === 'now' && oneLine(each.reason))
        .map((each) => spanOf(each, today));
      return factsIf(customer.accessRefused, spans);
    },
  },
  agency: { sources: ['account'], facts: ({ account }) => factsIf(account?.inDebtCollection, true) },
  pastMissing: { sources: bookings, isGap: true, facts: ({ past }) => factsIf(!past, true) },
  upcomingMissing: { sources: bookings, isGap: true, facts: ({ upcoming }) => factsIf(!upcoming, true) },
  accountMissing: { sources: ['account'], isGap: true, facts: ({ account }) => factsIf(!account, true) },
};

export const clauseNames = Object.keys(clauses) as ClauseName[];

/** Words of one language: the text of each clause, one or more whole sentences. */
export type ClauseWords = { [K in ClauseName]: (facts: Facts[K]) => string };

/** The text of one clause; undefined where it has nothing to say. */
export function clauseText<K extends ClauseName>(
  name: K,
  known: KnownFacts,
  words: ClauseWords,
): string | undefined {
  const facts = clauses[name].facts(known);
  return facts && words[name](facts);
}

/** The explanation in the words of one language; undefined where nothing is known. */
export function explain(known: KnownFacts, words: ClauseWords): string | undefined {
  const said = clauseNames.flatMap((name) => {
    const text = clauseText(name, known, words);
    return text === undefined ? [] : { text, isGap: clauses[name].isGap === true };
  });
  if (said.every(({ isGap }) => isGap)) return undefined;
  return said.map(({ text }) => text).join(' ');
}

/**
 * Whether the absolute values of the balance and of the open sum differ. Their signs are not compared, because the API does
 * not document the sign of the balance.
 */
export function differsFromBalance(known: KnownFacts): boolean {
  const balance = known.account?.balance;
  if (!balance || !known.past || !known.pastComplete) return false;
  const { sums } = overdue(known);
  const open = sums.find(({ currency }) => currency === balance.currency);
  const unsigned = balance.amount.replace('-', '');
  // A sum in another currency is no part of the balance.
  return sums.some((other) => other !== open) || sign(sum([unsigned, `-${open?.amount ?? '0'}`])) !== 0;
}

const factsIf = <T>(condition: boolean | undefined, facts: T) => (condition ? facts : undefined);

/** What is overdue, which several clauses are about. */
const overdues = new WeakMap<KnownFacts, Overdue>();

function overdue(known: KnownFacts): Overdue {
  const { past = [], upcoming, today } = known;
  const of = overdues.get(known) ?? overdueOf(past, today, upcoming);
  overdues.set(known, of);
  return of;
}

function loadedOf({ past, pastComplete }: KnownFacts): number | undefined {
  return pastComplete ? undefined : past?.length;
}

/** Whether the open amount, which is positive, is below the amount. */
function isPartlySettled({ amount, openAmount }: Booking): boolean {
  if (!amount || amount.currency !== openAmount?.currency) return false;
  return sign(sum([amount.amount, `-${openAmount.amount}`])) > 0;
}

function spanOf(period: Pause | AccessRestriction, today: CalendarDate): Span {
  const { startDate: start, endDate: end } = period;
  const reason = oneLine(period.reason);
  const isNow = phaseOn(today, period) === 'now';
  return { isNow, ...(start && { start }), ...(end && { end }), ...(reason && { reason }) };
}

/** A text of the studio as it was written, in one line. */
const oneLine = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();
