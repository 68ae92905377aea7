import { expect, it } from 'vitest';
import page from '../../../docs/explaining.md?raw';
import type { Account, Booking, Customer } from '../../../preload/contract/domain';
import { type ClauseName, clauseNames, clauses, clauseText, type KnownFacts } from './clauses';
import { clauseWords } from './messages';

const customer: Customer = { id: '1001', status: 'MEMBER', accessRefused: false };
const account: Account = { inDebtCollection: false };
const nothing: KnownFacts = {
  past: [],
  pastComplete: true,
  upcoming: [],
  upcomingComplete: true,
  account,
  contracts: undefined,
  customer,
  today: '2026-11-28',
};

function booking(dueDate: string, open: string | undefined, more: Partial<Booking> = {}): Booking {
  return {
    id: dueDate,
    dueDate,
    amount: { amount: '29.90', currency: 'EUR' },
    ...(open && { openAmount: { amount: open, currency: 'EUR' } }),
    installmentPlan: false,
    ...more,
  };
}

const past = [booking('2026-11-01', '29.90'), booking('2026-10-01', '29.90')];
const fee = booking('2026-11-12', '5.00', { chargeType: 'DUNNING_FEE' });
const inPlan = (...bookings: Booking[]) => bookings.map((each) => ({ ...each, installmentPlan: true }));

/** What is known in the example of each clause. */
const examples: Record<ClauseName, Partial<KnownFacts>> = {
  open: { past },
  fees: { past: [...past, fee] },
  partlySettled: { past: [booking('2026-11-01', '20.00'), ...past] },
  belowZero: { past: [booking('2026-11-01', '-5.00')] },
  openUnknown: { past: past.map(({ openAmount: _, ...each }) => each) },
  nothingOpen: { past: [booking('2026-11-01', '0.00')] },
  nextDue: { upcoming: [booking('2026-12-01', '29.90'), booking('2027-01-01', '29.90')] },
  dueUnknown: { upcoming: [{ id: '1', dueDate: '2026-12-01', installmentPlan: false }] },
  installments: { past: inPlan(...past), upcoming: inPlan(booking('2026-12-01', '29.90')) },
  pauses: {
    customer: {
      ...customer,
      pauses: [{ startDate: '2027-01-01', endDate: '2027-01-31', reason: 'Illness', rateName: 'Premium' }],
    },
  },
  blocked: {
    customer: {
      ...customer,
      accessRefused: true,
      accessRestrictions: [{ reason: 'Outstanding fees', startDate: '2026-11-03' }],
    },
  },
  agency: { account: { inDebtCollection: true } },
  pastMissing: { past: undefined },
  upcomingMissing: { upcoming: undefined },
  accountMissing: { account: undefined },
};

const text = (name: ClauseName, code: 'en' | 'de') =>
  clauseText(
    name,
    { ...nothing, ...examples[name] },
    clauseWords({ code, locale: { en: 'en-GB', de: 'de-DE' }[code] }),
  )
    // The document has usual spaces between an amount and its currency.
    ?.replaceAll('\u00a0', ' ');

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.slice(2, -2).split(' | '));

it('docs/explaining.md has the rules in their order, each with its sources and examples', () => {
  expect(rows.map(([name, , sources, english, german]) => [name, sources, english, german])).toEqual(
    clauseNames.map((name) => [
      `\`${name}\``,
      clauses[name].sources.join(', '),
      text(name, 'en'),
      text(name, 'de'),
    ]),
  );
});
