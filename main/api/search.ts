import type {
  CardNumberFormat,
  Customer,
  MatchedBy,
  Reading,
  SearchAnswer,
  SearchHit,
  SearchScope,
} from '../../preload/contract/domain';
import { carriesWords } from '../../preload/contract/names';
import { assertNever, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { ApiClient, SearchFields } from './client';
import { lastFirstSteps, type NameQuestion, nameSteps } from './name-questions';

/** Customers that were found, in display order. */
export type Found = Pick<SearchAnswer, 'tried'> & { hits: SearchHit[] };

/**
 * One request to the API. The requests of a step are sent in parallel; the first step that finds somebody is the
 * last.
 */
interface Question {
  matchedBy: MatchedBy;
  /** Words of a name that are not sent to the API; customers whose name lacks one are dropped. */
  unasked?: readonly string[];
  ask: (signal: AbortSignal) => Promise<Outcome<Customer[]>>;
}

const largestInt64 = 2n ** 63n - 1n;

/**
 * Answers a search. A 404 is a miss. A 400 or 403, for example for an ID of another studio, is a miss that is
 * reported if nobody else is found. Any other problem ends the search, because an empty result would mean "no such
 * customer".
 */
export async function search(
  client: ApiClient,
  reading: Reading,
  scope: SearchScope,
  signal: AbortSignal,
): Promise<Outcome<Found>> {
  const tried: MatchedBy[] = [];
  let refused: Problem | undefined;
  const spoken = reading.kind === 'name' ? reading.words : undefined;
  for (const step of plan(client, reading, scope)) {
    if (step.length === 0) continue;
    tried.push(...step.map((question) => question.matchedBy));
    const outcomes = await Promise.all(
      step.map(async (question) => ({ question, outcome: await question.ask(signal) })),
    );
    const hits = new Map<string, SearchHit>();
    for (const { question, outcome } of outcomes) {
      if (outcome.ok) {
        const { matchedBy, unasked = [] } = question;
        for (const customer of outcome.value)
          if (!hits.has(customer.id) && (unasked.length === 0 || carriesWords(customer, unasked, spoken)))
            hits.set(customer.id, { customer, matchedBy });
      } else if (scope === 'chain' && outcome.problem.kind.startsWith('forbidden')) {
        // This 403 is not about the customer: the key may not search the chain.
        return outcome;
      } else if (outcome.problem.kind === 'badRequest' || outcome.problem.kind.startsWith('forbidden')) {
        refused ??= outcome.problem;
      } else if (outcome.problem.kind !== 'notFound') return outcome;
    }
    if (hits.size > 0) return succeed({ hits: inOrder(hits.values()), tried: [...new Set(tried)] });
  }
  return refused ? { ok: false, problem: refused } : succeed({ hits: [], tried: [...new Set(tried)] });
}

function plan(client: ApiClient, reading: Reading, scope: SearchScope): Question[][] {
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
    { matchedBy, ask: (signal) => client.search(fields, scope, signal) },
  ];
  const byName = (questions: NameQuestion[], dateOfBirth: string | undefined): Question[] =>
    questions.map(({ unasked, ...fields }) => ({
      matchedBy: 'name',
      unasked,
      ask: (signal) => client.search({ ...fields, ...(dateOfBirth && { dateOfBirth }) }, scope, signal),
    }));
  const byId = (id: string) => one('id', (signal) => client.customer(id, scope, signal));
  const card = (value: string, format: CardNumberFormat | undefined) =>
    one('cardNumber', (signal) => client.customerBy('cardNumber', value, format, scope, signal));

  switch (reading.kind) {
    case 'id':
      return [byId(reading.id)];
    case 'by':
      return [
        one(reading.field, (signal) =>
          client.customerBy(reading.field, reading.value, reading.cardNumberFormat, scope, signal),
        ),
      ];
    case 'digits': {
      const { digits, cardNumberFormat } = reading;
      const canBeId = !digits.startsWith('0') && BigInt(digits) <= largestInt64;
      return [
        ...(canBeId ? [byId(digits)] : []),
        one('customerNumber', (signal) =>
          client.customerBy('customerNumber', digits, undefined, scope, signal),
        ),
        card(digits, cardNumberFormat ?? 'DECIMAL'),
      ];
    }
    case 'email':
      return [many('email', { email: reading.email })];
    case 'dateOfBirth':
      return [many('dateOfBirth', { dateOfBirth: reading.date })];
    case 'name':
      return nameSteps(reading.words).map((step) => byName(step, reading.date));
    case 'lastFirst':
      return lastFirstSteps(reading.lastName, reading.firstName).map((step) => byName(step, reading.date));
    default:
      return assertNever(reading);
  }
}

const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

function inOrder(hits: Iterable<SearchHit>): SearchHit[] {
  return Array.from(hits, (hit) => {
    const { lastName, firstName, number } = hit.customer;
    return { hit, name: [lastName, firstName, number].join(' ') };
  })
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ hit }) => hit);
}
