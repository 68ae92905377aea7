import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, Booking, Customer, Money } from '../../../preload/contract/domain';
import { formatMoney } from '../../format/money';
import { clauseNames, clauses, explain, type Known } from './clauses';
import { clauseWords } from './messages';

const today = '2026-11-28';

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const dayMs = 24 * 60 * 60 * 1000;
const day = (min: string, max: string) =>
  fc
    .integer({ min: Date.parse(min) / dayMs, max: Date.parse(max) / dayMs })
    .map((days) => new Date(days * dayMs).toISOString().slice(0, 10));
/** Cents, often equal ones, and often exactly one euro. */
const cents = fc.oneof(fc.constantFrom(0, 100, 500, 2990), fc.integer({ min: -999_999, max: 9_999_999 }));
const currency = fc.constantFrom('EUR', 'EUR', 'EUR', 'CHF', 'ZZQ');

function decimal(of: number): string {
  const digits = String(Math.abs(of)).padStart(3, '0');
  return `${of < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
const money = fc.record({ amount: cents.map(decimal), currency });

const booking = (min: string, max: string): fc.Arbitrary<Booking> =>
  fc.record(
    {
      id: fc.nat().map(String),
      dueDate: day(min, max),
      amount: money,
      openAmount: money,
      installmentPlan: fc.boolean(),
      chargeType: fc.constantFrom('DUNNING_FEE', 'NO_SHOW_FEE', 'FLAT_FEE', 'SOMETHING_NEW'),
      description: fc.constantFrom('Dunning fee', 'Membership'),
    },
    { requiredKeys: ['id', 'dueDate', 'installmentPlan'] },
  );
const many = { maxLength: 16 };
const reason = fc.constantFrom('Illness', 'Offene  Beiträge', 'Moved\naway', ' ');
const dates = { startDate: day('2026-01-01', '2027-12-31'), endDate: day('2026-01-01', '2028-12-31') };
const customer: fc.Arbitrary<Customer> = fc.record(
  {
    id: fc.constant('1001'),
    status: fc.constant('MEMBER'),
    accessRefused: fc.boolean(),
    pauses: fc.array(
      fc.record(
        { ...dates, reason, rateName: fc.constant('Premium'), contractId: fc.constantFrom('1', '2') },
        { requiredKeys: ['startDate'] },
      ),
      { maxLength: 3 },
    ),
    accessRestrictions: fc.array(fc.record({ ...dates, reason }, { requiredKeys: ['reason'] }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['id', 'status', 'accessRefused'] },
);
const account: fc.Arbitrary<Account> = fc.record(
  { balance: money, consumptionCredit: money, inDebtCollection: fc.boolean() },
  { requiredKeys: ['inDebtCollection'] },
);
const contract = {
  id: '1',
  rateName: 'Basic',
  status: 'ACTIVE',
  cancelled: false,
  modules: [],
  flatFees: [],
};

const knowns: fc.Arbitrary<Known> = fc.record({
  past: some(fc.array(booking('2024-01-01', '2026-11-27'), many)),
  pastComplete: fc.boolean(),
  upcoming: some(fc.array(booking(today, '2026-12-05'), many)),
  upcomingComplete: fc.boolean(),
  account: some(account),
  contracts: some(fc.constant([contract])),
  customer,
  today: fc.constant(today),
});

/** Every form of every clause: `#` is a number from two on, `M` money, `L` a list of it, `D` a date, `R` a quoted text. */
const grammar = {
  en: [
    '(One transaction|One of the # transactions loaded|The one transaction loaded) is open: L, due on D',
    '(# transactions|# of the # transactions loaded) are open: (M in all|L), the oldest due on D',
    'It is a fee|All of them are fees|One of them is a fee: M|# of them are fees: (M in all|L)',
    '(The open transaction|One of the open transactions) is partly settled',
    '(#|All) of the open transactions are partly settled',
    '(One past transaction has|# past transactions have) an open amount below zero, which is not counted here',
    'The open amount of (one past transaction|# past transactions) is not known',
    'Nothing is open from (the other )?past transactions',
    'Nothing is open from the (one past transaction|# past transactions|other past transactions) loaded',
    'The next amount due is M, on D|The next amounts due are L, on D',
    'Of the transactions loaded, the next (amount due is M|amounts due are L), on D',
    'Today, (M is|L are) due|Of the transactions loaded, (M is|L are) due today',
    '(One|Of the transactions loaded, one) (open|upcoming) transaction is in an installment plan',
    '(Of the transactions loaded, )?# (open|upcoming) transactions are in an installment plan',
    '(Of the transactions loaded, )?([Oo]ne open transaction|# open transactions) and (one upcoming transaction|# upcoming transactions) are in an installment plan',
    '(The contract R is paused|There is a pause) from D to D(; the reason given is R)?',
    '(The contract R has been paused|There has been a pause) since D, with no end set(; the reason given is R)?',
    '(The contract R will be paused|There will be a pause) from D( to D|, with no end set)(; the reason given is R)?',
    'Access is blocked|(Access is blocked; the|Another) reason given is R(, since D)?(, until D|, with no end set)',
    'Open claims were handed to a debt collection agency',
    '(What is open from past transactions|What is due next) is not known at the moment',
    'Whether a debt collection agency has open claims is not known at the moment',
  ],
  de: [
    '(Eine Buchung|Eine der # geladenen Buchungen|Die eine geladene Buchung) ist offen: L, fällig seit dem D',
    '(# Buchungen|# der # geladenen Buchungen) sind offen: (zusammen M|L), die älteste fällig seit dem D',
    'Das ist eine Gebühr|Alle davon sind Gebühren|Eine davon ist eine Gebühr: M|# davon sind Gebühren: (zusammen M|L)',
    '(Die offene Buchung|Eine der offenen Buchungen) ist teilweise beglichen',
    '(# der|Alle) offenen Buchungen sind teilweise beglichen',
    'Bei (einer bisherigen Buchung|# bisherigen Buchungen) liegt der offene Betrag unter null und ist hier nicht mitgerechnet',
    'Bei (einer bisherigen Buchung|# bisherigen Buchungen) ist der offene Betrag nicht bekannt',
    'Aus den (übrigen )?bisherigen Buchungen ist nichts offen',
    'Aus (der einen geladenen Buchung|den # geladenen bisherigen Buchungen|den übrigen geladenen Buchungen) ist nichts offen',
    'Als Nächstes (wird E|werden (?!E am)L) am D fällig',
    'Von den geladenen Buchungen (wird als Nächstes E|werden als Nächstes (?!E am)L) am D fällig',
    'Heute (ist E|sind (?!E fällig)L) fällig',
    'Von den geladenen Buchungen (ist heute E|sind heute (?!E fällig)L) fällig',
    'Eine (offene|kommende) Buchung gehört zu einem Ratenplan|# (offene|kommende) Buchungen gehören zu einem Ratenplan',
    '(Eine offene Buchung|# offene Buchungen) und (eine kommende Buchung|# kommende Buchungen) gehören zu einem Ratenplan',
    'Von den geladenen Buchungen gehört eine (offene|kommende) Buchung zu einem Ratenplan',
    'Von den geladenen Buchungen gehören ((eine offene Buchung|# offene Buchungen) und (eine kommende Buchung|# kommende Buchungen)|# (offene|kommende) Buchungen) zu einem Ratenplan',
    '(Der Vertrag R ruht|Eine Ruhezeit gilt) (vom D bis zum D|(seit|ab) dem D ohne festgelegtes Ende)(; angegebener Grund: R)?',
    'Der Zutritt ist gesperrt|(Der Zutritt ist gesperrt; angegebener|Weiterer angegebener) Grund: R(, seit dem D)?(, bis zum D|, ohne festgelegtes Ende)',
    'Offene Forderungen wurden an ein Inkassobüro übergeben',
    '(Was aus bisherigen Buchungen offen ist|Was als Nächstes fällig wird|Ob ein Inkassobüro offene Forderungen hat), ist zurzeit nicht bekannt',
  ],
};

const parts = {
  en: {
    '#': String.raw`(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[2-9]|[1-9]\d+)`,
    M: String.raw`(?:€|CHF\s|ZZQ\s)[\d,]+\.\d\d`,
    and: 'and',
    D: String.raw`[1-9]\d? (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}`,
    R: '‘(?:Illness|Offene Beiträge|Moved away|Premium|Basic)’',
  },
  de: {
    '#': '(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf|[2-9]|[1-9]\\d+)',
    M: String.raw`[\d.]+,\d\d\s(?:€|CHF|ZZQ)`,
    and: 'und',
    D: String.raw`[1-9]\d?\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}`,
    R: '‚(?:Illness|Offene Beiträge|Moved away|Premium|Basic)‘',
  },
};

/** A pattern of whole texts: sentences of the grammar, each with a full stop, one space between them. */
function grammarOf(code: 'en' | 'de'): RegExp {
  const { and, ...symbols } = parts[code];
  const L = `(?:${symbols.M}(?:(?:, ${symbols.M})* ${and} ${symbols.M})?)`;
  const E = String.raw`(?<!\S)1,00\s(?:€|CHF|ZZQ)`;
  const values: Record<string, string> = { ...symbols, L, E };
  const sentences = grammar[code].map((line) =>
    line.replace(/#|\b[MLDRE]\b/g, (symbol) => values[symbol] ?? ''),
  );
  const any = `(?:(?:${sentences.join('|')})\\.)`;
  return new RegExp(`^${any}(?: ${any})*$`);
}

const languages = (
  [
    ['en', 'en-GB'],
    ['de', 'de-DE'],
  ] as const
).map(([code, locale]) => ({
  locale,
  words: clauseWords({ code, locale }),
  pattern: grammarOf(code),
  amounts: new RegExp(parts[code].M, 'g'),
}));

describe('the explanation of any account', () => {
  it('is grammatical in both languages, and its amounts are the exact sums by currency', () => {
    fc.assert(
      fc.property(knowns, (known) => {
        const sums = expectedSums(known);
        for (const { words, pattern, locale, amounts } of languages) {
          const text = explain(known, words);
          if (text === undefined) continue;
          const startsSmall = /(^|(?<!\d)\. )\p{Ll}/u.test(text);
          if (startsSmall || !pattern.test(text)) throw new Error(`Not grammatical: ${text}`);
          const expected = sums.map((sum) => formatMoney(sum, locale));
          const said = text.match(amounts) ?? [];
          if (said.join() !== expected.join()) expect(said, text).toEqual(expected);
        }
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('has no clause without its facts', () => {
    fc.assert(
      fc.property(knowns, (known) => {
        const { past = [], upcoming = [], customer: of } = known;
        const isSaid = Object.fromEntries(
          clauseNames.map((name) => [name, clauses[name].facts(known) !== undefined]),
        );
        const open = past.filter(isPositive);
        expect(isSaid).toEqual({
          open: open.length > 0,
          fees: open.some(isDunning),
          partlySettled: open.some(
            ({ amount, openAmount }) =>
              amount?.currency === openAmount?.currency &&
              Number(amount?.amount) > Number(openAmount?.amount),
          ),
          belowZero: past.some(({ openAmount }) => Number(openAmount?.amount) < 0),
          openUnknown: past.some(({ openAmount }) => !openAmount),
          nothingOpen:
            open.length === 0 &&
            (past.some(({ openAmount }) => Number(openAmount?.amount) === 0) ||
              (known.past?.length === 0 && known.pastComplete)),
          nextDue: upcoming.some(isDue),
          installments: [...open, ...upcoming.filter(isDue)].some(({ installmentPlan }) => installmentPlan),
          pauses: (of.pauses ?? []).some(({ endDate = '9' }) => endDate >= today),
          blocked: of.accessRefused,
          agency: known.account?.inDebtCollection === true,
          pastMissing: known.past === undefined,
          upcomingMissing: known.upcoming === undefined,
          accountMissing: known.account === undefined,
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

const isPositive = ({ openAmount }: Booking) => Number(openAmount?.amount) > 0;
const isDunning = ({ chargeType = '' }: Booking) => ['DUNNING_FEE', 'NO_SHOW_FEE'].includes(chargeType);
const toPay = ({ amount, openAmount }: Booking) => openAmount ?? amount;
const isDue = (each: Booking) => Number(toPay(each)?.amount) > 0;

/** The sums that the clauses may name, in their order, added in cents. */
function expectedSums({ past = [], upcoming = [] }: Known): Money[] {
  const open = past.filter(isPositive);
  const fees = open.filter(isDunning);
  const due = upcoming.filter(isDue);
  const first = due.map(({ dueDate }) => dueDate).sort()[0];
  return [
    ...inCents(open),
    // "It is a fee" and "All of them are fees" repeat no sum.
    ...(fees.length < open.length ? inCents(fees) : []),
    ...inCents(due.filter(({ dueDate }) => dueDate === first)),
  ];
}

function inCents(bookings: readonly Booking[]): Money[] {
  const totals = new Map<string, number>();
  for (const { amount, currency: of } of bookings.flatMap((each) => toPay(each) ?? []))
    totals.set(of, (totals.get(of) ?? 0) + Number(amount.replace('.', '')));
  return [...totals].map(([of, total]) => ({ amount: decimal(total), currency: of }));
}
