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
    tried.push(...new Set(step.map((question) => question.matchedBy)));
    const outcomes = await Promise.all(
      step.map(async (question) => ({ question, outcome: await question.ask(signal) })),
    );
    const hits = new Map<string, SearchHit>();
    for (const { question, outcome } of outcomes) {
      if (outcome.ok) {
        for (const customer of outcome.value)
          if (!hits.has(customer.id)) hits.set(customer.id, { customer, matchedBy: question.matchedBy });
      } else if (outcome.problem.kind === 'badRequest' || outcome.problem.kind.startsWith('forbidden')) {
        refused ??= outcome.problem;
      } else if (outcome.problem.kind !== 'notFound') return outcome;
    }
    const kept = [...hits.values()].filter((hit) => fits(hit.customer, reading));
    if (kept.length > 0) return succeed({ hits: kept.sort(byName), tried });
  }
  return refused ? { ok: false, problem: refused } : succeed({ hits: [], tried });
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
  const many = (matchedBy: MatchedBy, ...fields: SearchFields[]): Question[] =>
    fields.map((each) => ({ matchedBy, ask: (signal) => client.search(each, signal) }));
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
      return [many('name', ...nameQuestions(reading.words, reading.date))];
    case 'lastFirst': {
      const { firstName, lastName, date } = reading;
      return [
        many('name', { lastName, ...(firstName && { firstName }), ...(date && { dateOfBirth: date }) }),
      ];
    }
    default:
      return assertNever(reading);
  }
}

/**
 * Both orders of the words as first and last name. With three words or more nobody knows where the last name begins
 * ("Jan van der Berg", "Edgar Thomas Bullock"): each later word is tried as its beginning, and {@link fits} drops
 * whoever does not carry every word.
 */
function nameQuestions(words: readonly string[], date: string | undefined): SearchFields[] {
  const born = date === undefined ? {} : { dateOfBirth: date };
  const [first, ...others] = words;
  if (first === undefined) return [];
  if (others.length === 0)
    return [
      { lastName: first, ...born },
      { firstName: first, ...born },
    ];
  const splits = [...others.slice(0, mostSplits - 1), ...others.slice(mostSplits - 1).slice(-1)];
  return splits.flatMap((other) => [
    { firstName: first, lastName: other, ...born },
    { firstName: other, lastName: first, ...born },
  ]);
}

/** Whether every word of a name reading begins some part of the customer's name. */
function fits(customer: Customer, reading: Reading): boolean {
  if (reading.kind !== 'name' || reading.words.length < 3) return true;
  const parts = [customer.firstName, customer.secondFirstName, customer.lastName, customer.secondLastName]
    .filter((part) => part !== undefined)
    .flatMap((part) => fold(part).split(/[\s-]+/));
  return reading.words.every((word) =>
    fold(word)
      .split(/[\s-]+/)
      .every((piece) => parts.some((part) => part.startsWith(piece))),
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

function byName(a: SearchHit, b: SearchHit): number {
  const name = ({ customer }: SearchHit) =>
    [customer.lastName, customer.firstName, customer.number].join(' ');
  return collator.compare(name(a), name(b));
}
