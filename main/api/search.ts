import type {
  CardNumberFormat,
  Customer,
  CustomerId,
  MatchedBy,
  Reading,
  SearchAnswer,
  SearchHit,
  SearchScope,
} from '../../preload/contract/domain';
import { wordsMatcher } from '../../preload/contract/names';
import { assertNever, fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { factMatcher } from '../../preload/contract/row-facts';
import { WorkPauses } from '../work-pauses';
import type { CustomerQueries, SearchFields } from './client';
import { lastFirstSteps, type NameQuestion, nameSteps } from './name-questions';
import { type SimilarPlan, similarPlan } from './similar-names';

/** A customer, and the request that found them. */
export type Match = Pick<SearchHit, 'customer' | 'matchedBy' | 'typed' | 'distance'>;

/** Customers that were found with one key, in any order. */
export type Found = Pick<SearchAnswer, 'tried'> & { matches: Match[] };

/**
 * One request to the API. The requests of a step are sent in parallel; the first step that finds somebody is the
 * last.
 */
interface Question {
  matchedBy: MatchedBy;
  /** What was typed, where another spelling of it is asked. */
  typed?: string;
  /** Words of a name that are not sent to the API; customers whose name lacks one are dropped. */
  unasked?: readonly string[];
  ask: (signal: AbortSignal) => Promise<Outcome<Customer[]>>;
}

/**
 * Part of a search: `typed` is what was typed, `guessed` are other orders of the words, similar names and other spellings of
 * a number, which follow when nobody was found. Other readings have no guesses.
 */
export type SearchPart = 'whole' | 'typed' | 'guessed';

/** Whether a reading has guesses: then a search of many studios is made in two rounds. */
export const hasGuesses = (reading: Reading): boolean => typedSteps(reading) !== undefined;

/** Number of steps that ask for what was typed; undefined for a reading without guesses. */
function typedSteps(reading: Reading): number | undefined {
  switch (reading.kind) {
    case 'name':
    case 'lastFirst':
    case 'email':
      return 1;
    case 'by':
      return reading.otherwise === undefined ? undefined : 1;
    case 'digits': {
      const hasGuess = reading.date !== undefined || (reading.spellings ?? []).length > 0;
      return hasGuess ? (canBeId(reading.digits) ? 3 : 2) : undefined;
    }
    default:
      return undefined;
  }
}

function partOf(steps: Question[][], reading: Reading, part: SearchPart): Question[][] {
  const typed = typedSteps(reading);
  if (part === 'whole' || typed === undefined) return part === 'guessed' ? [] : steps;
  return part === 'typed' ? steps.slice(0, typed) : steps.slice(typed);
}

const largestInt64 = 2n ** 63n - 1n;

const canBeId = (digits: string): boolean => !digits.startsWith('0') && BigInt(digits) <= largestInt64;

/** Maximum number of similar customers in the answer of one key. */
const maxSimilar = 50;

/** How to search besides what and where. */
export interface SearchOptions {
  /** Which part to run, in a search of many studios. */
  part?: SearchPart;
  /** Name of a customer's studio, where the desk shows it. */
  studioName?: (customer: Customer) => string | undefined;
}

/**
 * Answers a search with the key of one studio: what was asked, and names that are similar to it when nobody was found or
 * when another spelling is likely. A 404 is a miss. A 400 or 403, for example for an ID of another studio, is a miss
 * that is reported if nobody else is found. Any other problem ends the search, because an empty result would mean "no
 * such customer".
 */
export async function search(
  queries: CustomerQueries,
  reading: Reading,
  scope: SearchScope,
  signal: AbortSignal,
  { part = 'whole', studioName = () => undefined }: SearchOptions = {},
): Promise<Outcome<Found>> {
  const others = new Map<CustomerId, Customer>();
  const spoken = reading.kind === 'name' ? reading.words : undefined;
  const matcher = (words: readonly string[]) => {
    const matches = wordsMatcher(words, spoken);
    return (customer: Customer) => words.length === 0 || matches(customer, studioName(customer));
  };
  const steps = partOf(plan(queries, reading, scope), reading, part);
  const exact = await runSteps(steps, scope, signal, matcher, others);
  if (!exact.ok) return exact;
  const { matches, tried } = exact.value;
  const similar = similarPlan(reading, (customer, word) => factMatcher(word)(customer, studioName(customer)));
  const asks = similar?.isLikely ? part !== 'guessed' : part !== 'typed' && matches.length === 0;
  if (!similar || !asks) return exact;
  const answers = await Promise.all(similar.questions.map((fields) => queries.search(fields, scope, signal)));
  // A failed request for similar names leaves the answer to what was asked true.
  for (const answer of answers)
    for (const customer of answer.ok ? answer.value : []) others.set(customer.id, customer);
  for (const { customer } of matches) others.delete(customer.id);
  const near = await inOrderOfDistance(others.values(), similar, signal);
  if (signal.aborted) return fail({ kind: 'cancelled' });
  return succeed({ matches: [...matches, ...near], tried });
}

/**
 * The customers that are similar, the most similar first. Those that match what was typed, such as "von der Heide" for
 * `heide`, have no distance, and exclude similar ones unless another spelling is likely.
 */
async function inOrderOfDistance(
  customers: Iterable<Customer>,
  plan: SimilarPlan,
  signal: AbortSignal,
): Promise<Match[]> {
  const found: Required<Omit<Match, 'typed'>>[] = [];
  const pauses = new WorkPauses();
  for (const customer of customers) {
    if (signal.aborted) return [];
    await pauses.afterTurn();
    const distance = plan.distance(customer);
    if (distance !== undefined) found.push({ customer, matchedBy: plan.matchedBy, distance });
  }
  const isExact = ({ distance }: Match & { distance: number }) => distance === 0;
  const others = found.filter((match) => !isExact(match)).sort((a, b) => a.distance - b.distance);
  const exact = found.filter(isExact).map(({ customer, matchedBy }): Match => ({ customer, matchedBy }));
  return exact.length > 0 && !plan.isLikely ? exact : [...exact, ...others.slice(0, maxSimilar)];
}

/** Runs the steps until one finds somebody. Customers that lack a word are kept in `others`. */
async function runSteps(
  steps: readonly Question[][],
  scope: SearchScope,
  signal: AbortSignal,
  matcher: (words: readonly string[]) => (customer: Customer) => boolean,
  others: Map<CustomerId, Customer>,
): Promise<Outcome<Found>> {
  const tried: MatchedBy[] = [];
  let refused: Problem | undefined;
  for (const step of steps) {
    if (step.length === 0) continue;
    tried.push(...step.map((question) => question.matchedBy));
    const outcomes = await Promise.all(
      step.map(async (question) => ({ question, outcome: await question.ask(signal) })),
    );
    const found = new Map<CustomerId, Match>();
    for (const { question, outcome } of outcomes) {
      if (outcome.ok) {
        const { matchedBy, typed, unasked = [] } = question;
        const matches = matcher(unasked);
        for (const customer of outcome.value)
          if (!matches(customer)) others.set(customer.id, customer);
          else if (!found.has(customer.id))
            found.set(customer.id, { customer, matchedBy, ...(typed !== undefined && { typed }) });
      } else if (scope === 'chain' && outcome.problem.kind.startsWith('forbidden')) {
        // This 403 is not about the customer: the key may not search the chain.
        return outcome;
      } else if (outcome.problem.kind === 'badRequest' || outcome.problem.kind.startsWith('forbidden')) {
        refused ??= outcome.problem;
      } else if (outcome.problem.kind !== 'notFound') return outcome;
    }
    if (found.size > 0) return succeed({ matches: [...found.values()], tried: [...new Set(tried)] });
  }
  return refused ? { ok: false, problem: refused } : succeed({ matches: [], tried: [...new Set(tried)] });
}

function plan(queries: CustomerQueries, reading: Reading, scope: SearchScope): Question[][] {
  const one = (
    matchedBy: MatchedBy,
    ask: (signal: AbortSignal) => Promise<Outcome<Customer>>,
    typed?: string,
  ): Question[] => [
    {
      matchedBy,
      ...(typed !== undefined && { typed }),
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
    case 'by': {
      const { field, value, otherwise, cardNumberFormat } = reading;
      const asked = (text: string) =>
        one(field, (signal) => queries.customerBy(field, text, cardNumberFormat, scope, signal));
      return [asked(value), ...(otherwise === undefined ? [] : [asked(otherwise)])];
    }
    case 'digits': {
      const { digits, cardNumberFormat, date, spellings = [] } = reading;
      const number = (value: string, typed?: string) =>
        one(
          'customerNumber',
          (signal) => queries.customerBy('customerNumber', value, undefined, scope, signal),
          typed,
        );
      return [
        ...(canBeId(digits) ? [byId(digits)] : []),
        number(digits),
        card(digits, cardNumberFormat ?? 'DECIMAL'),
        ...spellings.map((value) => number(value, digits)),
        ...(date ? [many('dateOfBirth', { dateOfBirth: date })] : []),
      ];
    }
    case 'email':
      return [many('email', { email: reading.email })];
    case 'phone':
      // The API has no search by telephone number (phone-search.ts).
      return [];
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
