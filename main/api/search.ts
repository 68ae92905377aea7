import type {
  CardNumberFormat,
  Customer,
  MatchedBy,
  Reading,
  SearchAnswer,
  SearchHit,
} from '../../preload/contract/domain';
import { assertNever, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { ApiClient, SearchFields } from './client';

/** One question to the API. Questions of a step are put together; a step that finds somebody is the last. */
interface Question {
  matchedBy: MatchedBy;
  /** Words of a name the API is not asked for; whoever lacks one is dropped here. */
  unasked?: readonly string[];
  ask: (signal: AbortSignal) => Promise<Outcome<Customer[]>>;
}

const largestInt64 = 2n ** 63n - 1n;

/** More words than this narrow the answer here instead of multiplying the questions. */
const mostSplits = 3;

/**
 * Answers a reading of the search box. A 404 is a miss; a 400 or 403 (an id of another studio, say) is a miss that is
 * told when nobody else is found; any other problem ends the search, since silence would read as "no such customer".
 */
export async function search(
  client: ApiClient,
  reading: Reading,
  signal: AbortSignal,
): Promise<Outcome<SearchAnswer>> {
  const tried: MatchedBy[] = [];
  let refused: Problem | undefined;
  for (const step of plan(client, reading)) {
    tried.push(...step.map((question) => question.matchedBy));
    const outcomes = await Promise.all(
      step.map(async (question) => ({ question, outcome: await question.ask(signal) })),
    );
    const hits = new Map<string, SearchHit>();
    for (const { question, outcome } of outcomes) {
      if (outcome.ok) {
        for (const customer of outcome.value)
          if (!hits.has(customer.id) && carries(customer, question.unasked ?? []))
            hits.set(customer.id, { customer, matchedBy: question.matchedBy });
      } else if (outcome.problem.kind === 'badRequest' || outcome.problem.kind.startsWith('forbidden')) {
        refused ??= outcome.problem;
      } else if (outcome.problem.kind !== 'notFound') return outcome;
    }
    if (hits.size > 0) return succeed({ hits: [...hits.values()].sort(inOrder), tried: [...new Set(tried)] });
  }
  return refused ? { ok: false, problem: refused } : succeed({ hits: [], tried: [...new Set(tried)] });
}

function plan(client: ApiClient, reading: Reading): Question[][] {
  const one = (
    matchedBy: MatchedBy,
    ask: (signal: AbortSignal) => Promise<Outcome<Customer>>,
  ): Question[] => [
    {
      matchedBy,
      ask: async (signal) => {
        const outcome = await ask(signal);
        return outcome.ok ? succeed([outcome.value]) : outcome;
      },
    },
  ];
  const many = (matchedBy: MatchedBy, fields: SearchFields): Question[] => [
    { matchedBy, ask: (signal) => client.search(fields, signal) },
  ];
  const byName = (questions: NameQuestion[], dateOfBirth: string | undefined): Question[] =>
    questions.map(({ unasked, ...fields }) => ({
      matchedBy: 'name',
      unasked,
      ask: (signal) => client.search({ ...fields, ...(dateOfBirth && { dateOfBirth }) }, signal),
    }));
  const byId = (id: string) => one('id', (signal) => client.customer(id, signal));
  const card = (value: string, format: CardNumberFormat | undefined) =>
    one('cardNumber', (signal) => client.customerBy('cardNumber', value, format, signal));

  switch (reading.kind) {
    case 'id':
      return [byId(reading.id)];
    case 'by':
      return [
        one(reading.field, (signal) =>
          client.customerBy(reading.field, reading.value, reading.cardNumberFormat, signal),
        ),
      ];
    case 'digits': {
      const { digits, cardNumberFormat } = reading;
      const canBeId = !digits.startsWith('0') && BigInt(digits) <= largestInt64;
      return [
        ...(canBeId ? [byId(digits)] : []),
        one('customerNumber', (signal) => client.customerBy('customerNumber', digits, undefined, signal)),
        card(digits, cardNumberFormat ?? 'DECIMAL'),
      ];
    }
    case 'email':
      return [many('email', { email: reading.email })];
    case 'dateOfBirth':
      return [many('dateOfBirth', { dateOfBirth: reading.date })];
    case 'name':
      return nameSteps(reading.words).map((step) => byName(step, reading.date));
    case 'lastFirst': {
      const [lastName = '', ...moreLast] = reading.lastName.split(' ');
      const [firstName = '', ...moreFirst] = reading.firstName.split(' ');
      return [byName([{ lastName, firstName, unasked: [...moreLast, ...moreFirst] }], reading.date)];
    }
    default:
      return assertNever(reading);
  }
}

/** The prefixes of one question, and the words that are left for {@link carries}. */
interface NameQuestion {
  firstName?: string;
  lastName?: string;
  unasked: readonly string[];
}

/**
 * Both orders of the words as first and last name, and when nobody answers to that, the first word alone: "García
 * Núñez" may be two last names, "Edgar Thomas" two first ones. With three words or more nobody knows where the last
 * name begins ("Jan van der Berg", "Edgar Thomas Bullock"): each later word is tried as its beginning.
 */
function nameSteps(words: readonly string[]): NameQuestion[][] {
  const [first = '', ...others] = words;
  const alone = [
    { lastName: first, unasked: others },
    { firstName: first, unasked: others },
  ];
  if (others.length === 0) return [alone];
  const later = [...new Set([...others.slice(0, mostSplits - 1), ...others.slice(-1)])];
  const pairs = later.flatMap((other) => {
    const unasked = others.filter((word) => word !== other);
    return [
      { firstName: first, lastName: other, unasked },
      { firstName: other, lastName: first, unasked },
    ];
  });
  return [pairs, alone];
}

/** Whether each word begins some part of the customer's name. */
function carries(customer: Customer, words: readonly string[]): boolean {
  const parts = [customer.firstName, customer.secondFirstName, customer.lastName, customer.secondLastName]
    .filter((part) => part !== undefined)
    .flatMap(pieces);
  return words.flatMap(pieces).every((piece) => parts.some((part) => part.startsWith(piece)));
}

function pieces(text: string): string[] {
  return fold(text).split(/[\s-]+/);
}

/** Letters that no decomposition reaches, and the two ways of writing an umlaut as one. */
const letters: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłøæœıđðþ]/g, (letter) => letters[letter] ?? letter)
    .replace(/([aou])e/g, '$1');
}

const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

function inOrder(a: SearchHit, b: SearchHit): number {
  const name = ({ customer }: SearchHit) =>
    [customer.lastName, customer.firstName, customer.number].join(' ');
  return collator.compare(name(a), name(b));
}
