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
import type { CustomerQueries, SearchFields } from './client';
import { lastFirstSteps, type NameQuestion, nameSteps } from './name-questions';

/** A customer, and the request that found them. */
export type Match = Pick<SearchHit, 'customer' | 'matchedBy'>;

/** Customers that were found with one key, in any order. */
export type Found = Pick<SearchAnswer, 'tried'> & { matches: Match[] };

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

/**
 * Part of a search: `typed` are the names as typed, `guessed` the other orders and spellings, which follow when nobody
 * was found. Other readings have no guesses.
 */
export type SearchPart = 'whole' | 'typed' | 'guessed';

/** Whether a reading has guesses: then a search of many studios is made in two rounds. */
export const hasGuesses = ({ kind }: Reading): boolean => kind === 'name' || kind === 'lastFirst';

function partOf(steps: Question[][], reading: Reading, part: SearchPart): Question[][] {
  if (part === 'whole' || !hasGuesses(reading)) return part === 'guessed' ? [] : steps;
  return part === 'typed' ? steps.slice(0, 1) : steps.slice(1);
}

const largestInt64 = 2n ** 63n - 1n;

/**
 * Answers a search with the key of one studio. A 404 is a miss. A 400 or 403, for example for an ID of another studio, is a miss that is
 * reported if nobody else is found. Any other problem ends the search, because an empty result would mean "no such
 * customer".
 *
 * @param part which part to run, in a search of many studios
 */
export async function search(
  queries: CustomerQueries,
  reading: Reading,
  scope: SearchScope,
  signal: AbortSignal,
  part: SearchPart = 'whole',
): Promise<Outcome<Found>> {
  const tried: MatchedBy[] = [];
  let refused: Problem | undefined;
  const spoken = reading.kind === 'name' ? reading.words : undefined;
  for (const step of partOf(plan(queries, reading, scope), reading, part)) {
    if (step.length === 0) continue;
    tried.push(...step.map((question) => question.matchedBy));
    const outcomes = await Promise.all(
      step.map(async (question) => ({ question, outcome: await question.ask(signal) })),
    );
    const matches = new Map<string, Match>();
    for (const { question, outcome } of outcomes) {
      if (outcome.ok) {
        const { matchedBy, unasked = [] } = question;
        for (const customer of outcome.value)
          if (!matches.has(customer.id) && (unasked.length === 0 || carriesWords(customer, unasked, spoken)))
            matches.set(customer.id, { customer, matchedBy });
      } else if (scope === 'chain' && outcome.problem.kind.startsWith('forbidden')) {
        // This 403 is not about the customer: the key may not search the chain.
        return outcome;
      } else if (outcome.problem.kind === 'badRequest' || outcome.problem.kind.startsWith('forbidden')) {
        refused ??= outcome.problem;
      } else if (outcome.problem.kind !== 'notFound') return outcome;
    }
    if (matches.size > 0) return succeed({ matches: [...matches.values()], tried: [...new Set(tried)] });
  }
  return refused ? { ok: false, problem: refused } : succeed({ matches: [], tried: [...new Set(tried)] });
}

function plan(queries: CustomerQueries, reading: Reading, scope: SearchScope): Question[][] {
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
    { matchedBy, ask: (signal) => queries.search(fields, scope, signal) },
  ];
  const byName = (questions: NameQuestion[], dateOfBirth: string | undefined): Question[] =>
    questions.map(({ unasked, ...fields }) => ({
      matchedBy: 'name',
      unasked,
      ask: (signal) => queries.search({ ...fields, ...(dateOfBirth && { dateOfBirth }) }, scope, signal),
    }));
  const byId = (id: string) => one('id', (signal) => queries.customer(id, scope, signal));
  const card = (value: string, format: CardNumberFormat | undefined) =>
    one('cardNumber', (signal) => queries.customerBy('cardNumber', value, format, scope, signal));

  switch (reading.kind) {
    case 'id':
      return [byId(reading.id)];
    case 'by':
      return [
        one(reading.field, (signal) =>
          queries.customerBy(reading.field, reading.value, reading.cardNumberFormat, scope, signal),
        ),
      ];
    case 'digits': {
      const { digits, cardNumberFormat, date } = reading;
      const canBeId = !digits.startsWith('0') && BigInt(digits) <= largestInt64;
      return [
        ...(canBeId ? [byId(digits)] : []),
        one('customerNumber', (signal) =>
          queries.customerBy('customerNumber', digits, undefined, scope, signal),
        ),
        card(digits, cardNumberFormat ?? 'DECIMAL'),
        ...(date ? [many('dateOfBirth', { dateOfBirth: date })] : []),
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
