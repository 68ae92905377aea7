import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, Booking, Customer, Money } from '../../../preload/contract/domain';
import { formatMoney } from '../../format/money';
import { clauseNames, clauses, explain, type KnownFacts } from './clauses';
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

const knowns: fc.Arbitrary<KnownFacts> = fc.record({
  past: some(fc.array(booking('2024-01-01', '2026-11-27'), many)),
  pastComplete: fc.boolean(),
  upcoming: some(fc.array(booking(today, '2026-12-05'), many)),
  upcomingComplete: fc.boolean(),
  account: some(account),
  contracts: some(fc.constant([contract])),
  customer,
  today: fc.constant(today),
});

/**
 * Every form of every clause: `#` is a number from two on, as a word up to twelve, `M` money, `L` a list of it, `D` a date,
 * `R` a quoted text.
 */
const grammar = {
  en: [
    '(One transaction|One of the # transactions loaded so far|The only transaction loaded so far) is open: L\\. It was due on D',
    '(# transactions|# of the # transactions loaded so far|(Both|All (?!two)#) transactions loaded so far) are open: (M in total|L)\\. The oldest was due on D',
    'It is a fee|(Both|All) of them are fees|One of them is a fee: M|# of them are fees: (M in total|L)',
    '(The open transaction|One of the open transactions) is partly settled',
    '(# of the|Both|All) open transactions are partly settled',
    'The open amount of one past transaction is (below zero\\. It is not counted here|not known)',
    'The open amounts of # past transactions are (below zero\\. They are not counted here|not known)',
    'No past transactions are open|The only past transaction loaded so far is not open',
    'None of the (other past transactions|(other|(?!two)#) past transactions loaded so far) is open',
    'Neither of the two past transactions loaded so far is open',
    '(The|According to the transactions loaded so far, the) next (amount due is M|amounts due are L), on D',
    '(According to the transactions loaded so far, )?(M is|L are) due today',
    'The amount or due date of one upcoming transaction is not known|The amounts or due dates of # upcoming transactions are not known',
    '(One|Among the transactions loaded so far, one) (open|upcoming) transaction is part of an installment plan',
    '(Among the transactions loaded so far, )?# (open|upcoming) transactions are part of an installment plan',
    '(Among the transactions loaded so far, )?([Oo]ne open transaction|# open transactions) and (one upcoming transaction|# upcoming transactions) are part of an installment plan',
    '(The contract R is paused|A pause of a contract is in force) from D to D(; the reason given is R)?',
    '(The contract R has been paused|A pause of a contract has been in force) since D, with no end set(; the reason given is R)?',
    'The contract R will be paused from D( to D|, with no end set)(; the reason given is R)?',
    'A pause of a contract begins on D( and ends on D|, with no end set)(; the reason given is R)?',
    'Access is blocked|(Access is blocked\\. The|Another) reason given is R(\\. No end is set|, in force (since D, with no end set|from D to D|until D))',
    'Open claims have been passed to a debt collection agency',
    'It is not known at the moment what is (open from past transactions|due next)',
    'It is not known at the moment whether open claims have been passed to a debt collection agency',
  ],
  de: [
    '(Eine Buchung|Eine der # bisher geladenen Buchungen|Die einzige bisher geladene Buchung) ist offen: L\\. Sie ist seit dem D fällig',
    '(# Buchungen|(# der #|Beide|Alle (?!zwei)#) bisher geladenen Buchungen) sind offen: (zusammen M|L)\\. Die älteste ist seit dem D fällig',
    'Das ist eine Gebühr|(Beide|Alle) sind Gebühren|Eine davon ist eine Gebühr: M|# davon sind Gebühren: (zusammen M|L)',
    '(Die offene Buchung|Eine der offenen Buchungen) ist teilweise ausgeglichen',
    '(# der|Beide|Alle) offenen Buchungen sind teilweise ausgeglichen',
    'Bei (einer vergangenen Buchung|# vergangenen Buchungen) liegt der offene Betrag unter null\\. Er ist hier nicht mitgerechnet',
    'Bei (einer vergangenen Buchung|# vergangenen Buchungen) ist der offene Betrag nicht bekannt',
    'Aus den (übrigen )?vergangenen Buchungen ist nichts offen',
    'Aus (der einzigen bisher geladenen vergangenen Buchung|den (#|übrigen) bisher geladenen vergangenen Buchungen) ist nichts offen',
    'Als Nächstes (wird E|werden (?!E am)L) am D fällig',
    'Nach den bisher geladenen Buchungen (wird als Nächstes E|werden als Nächstes (?!E am)L) am D fällig',
    'Heute (ist E|sind (?!E fällig)L) fällig',
    'Nach den bisher geladenen Buchungen (ist heute E|sind heute (?!E fällig)L) fällig',
    'Bei (einer kommenden Buchung|# kommenden Buchungen) sind Betrag oder Fälligkeit nicht bekannt',
    'Eine (offene|kommende) Buchung gehört zu einem Ratenplan|# (offene|kommende) Buchungen gehören zu einem Ratenplan',
    '(Eine offene Buchung|# offene Buchungen) und (eine kommende Buchung|# kommende Buchungen) gehören zu einem Ratenplan',
    'Unter den bisher geladenen Buchungen gehört eine (offene|kommende) Buchung zu einem Ratenplan',
    'Unter den bisher geladenen Buchungen gehören ((eine offene Buchung|# offene Buchungen) und (eine kommende Buchung|# kommende Buchungen)|# (offene|kommende) Buchungen) zu einem Ratenplan',
    '(Der Vertrag R ruht|Eine Ruhezeit eines Vertrags gilt) (vom D bis zum D|(seit|ab) dem D ohne festgelegtes Ende)(; als Grund ist R angegeben)?',
    'Der Zutritt ist gesperrt|(Der Zutritt ist gesperrt\\. Als|Als weiterer) Grund ist R angegeben(\\. Ein Ende ist nicht festgelegt|, gültig (seit dem D, ohne festgelegtes Ende|(vom D )?bis zum D))',
    'Offene Forderungen wurden an ein Inkassobüro übergeben',
    'Zurzeit ist nicht bekannt, (was aus vergangenen Buchungen offen ist|was als Nächstes fällig wird|ob offene Forderungen an ein Inkassobüro übergeben wurden)',
  ],
};

const parts = {
  en: {
    '#': String.raw`(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|1[3-9]|[2-9]\d|[1-9]\d{2,})`,
    M: String.raw`(?:€|CHF\s|ZZQ\s)[\d,]+\.\d\d`,
    and: 'and',
    D: String.raw`[1-9]\d? (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}`,
    R: '‘(?:Illness|Offene Beiträge|Moved away|Premium|Basic)’',
  },
  de: {
    '#': '(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf|1[3-9]|[2-9]\\d|[1-9]\\d{2,})',
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
          dueUnknown: upcoming.some((each) => !toPay(each)),
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
function expectedSums({ past = [], upcoming = [] }: KnownFacts): Money[] {
  const open = past.filter(isPositive);
  const fees = open.filter(isDunning);
  const due = upcoming.filter(isDue);
  const first = due.map(({ dueDate }) => dueDate).sort()[0];
  return [
    ...inCents(open),
    // "It is a fee" and "Both of them are fees" repeat no sum.
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
