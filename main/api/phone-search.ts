import type { SearchHit, Where } from '../../preload/contract/domain';
import { inDisplayOrder } from '../../preload/contract/hit-order';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { CustomerRef } from '../../preload/contract/studio';
import type { SeenCustomer } from '../privacy/seen-customers';
import { WorkPauses } from '../work-pauses';
import type { DeskFound } from './merged-answers';

/** Maximum number of customers who are looked up because their telephone number matches. */
const maxMatches = 10;

/** Problems of one customer, who is then left out. */
const aboutCustomer: ReadonlySet<Problem['kind']> = new Set([
  'forbidden',
  'forbiddenOtherStudio',
  'badRequest',
  'notFound',
  'noKeyForStudio',
]);

/**
 * Whether digits that may be a card number are a telephone number: that of a customer of this session, or one whose form
 * says so.
 */
export async function isTelephoneNumber(
  digits: string,
  seen: readonly SeenCustomer[],
  region: string | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const { phoneComparer, isTelephone } = await import('./phone-numbers');
  if (isTelephone(digits, region)) return true;
  const compare = phoneComparer(digits);
  const isTheirs = ({ phones, country }: SeenCustomer) => compare(phones, [country, region]) === 'phone';
  return (await firstMatching(seen, isTheirs, 1, signal)).length > 0;
}

/**
 * Finds the customers of this session who have a telephone number. SECURITY: the number is compared here and never sent.
 * Only the matching customers are looked up by their IDs, so that what is shown is current.
 *
 * @param region country of the desk's language
 */
export async function searchByPhone(
  number: string,
  seen: readonly SeenCustomer[],
  region: string | undefined,
  signal: AbortSignal,
  lookUp: (id: string, where: Where) => Promise<Outcome<DeskFound>>,
): Promise<Outcome<DeskFound>> {
  // Loaded at the first telephone number: its table of all countries is larger than the rest of main.
  const { phoneComparer } = await import('./phone-numbers');
  const compare = phoneComparer(number);
  const matching = await firstMatching(
    seen,
    ({ phones, country }) => compare(phones, [country, region]) !== undefined,
    maxMatches,
    signal,
  );
  if (signal.aborted) return fail({ kind: 'cancelled' });
  const outcomes = await Promise.all(matching.map((each) => lookUp(each.id, whereIs(each))));
  const hits: SearchHit[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok && !aboutCustomer.has(outcome.problem.kind)) return outcome;
    for (const hit of outcome.ok ? outcome.value.hits : []) {
      const matchedBy = compare(hit.customer.phones ?? [], [hit.customer.country, region]);
      if (matchedBy) hits.push({ ...hit, matchedBy });
    }
  }
  const exact = hits.filter(({ matchedBy }) => matchedBy === 'phone');
  return succeed({ hits: inDisplayOrder(exact.length > 0 ? exact : hits), tried: ['phone'] });
}

/**
 * The first customers who match. SECURITY: the API can send thousands of numbers that end alike, so main makes breaks, and a
 * search that was cancelled stops.
 */
async function firstMatching(
  seen: readonly SeenCustomer[],
  matches: (each: SeenCustomer) => boolean,
  count: number,
  signal: AbortSignal,
): Promise<SeenCustomer[]> {
  const found: SeenCustomer[] = [];
  const pauses = new WorkPauses();
  for (const each of seen) {
    if (found.length === count || signal.aborted) break;
    if (matches(each)) found.push(each);
    await pauses.afterTurn();
  }
  return found;
}

function whereIs({ studio, via }: CustomerRef): Where {
  return { studio: via ?? studio, scope: via ? 'chain' : 'studio' };
}
