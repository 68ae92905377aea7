import type { SearchHit, Where } from '../../preload/contract/domain';
import { inDisplayOrder } from '../../preload/contract/hit-order';
import { type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { CustomerRef } from '../../preload/contract/studio';
import type { SeenCustomer } from '../privacy/seen-customers';
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
): Promise<boolean> {
  const { comparePhones, isTelephone } = await import('./phone-numbers');
  return (
    isTelephone(digits, region) ||
    seen.some(({ phones, country }) => comparePhones(digits, phones, [country, region]) === 'phone')
  );
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
  lookUp: (id: string, where: Where) => Promise<Outcome<DeskFound>>,
): Promise<Outcome<DeskFound>> {
  // Loaded at the first telephone number: its table of all countries is larger than the rest of main.
  const { comparePhones } = await import('./phone-numbers');
  const compare = (phones: readonly string[], country: string | undefined) =>
    comparePhones(number, phones, [country, region]);
  const matching = seen.filter(({ phones, country }) => compare(phones, country)).slice(0, maxMatches);
  const outcomes = await Promise.all(matching.map((each) => lookUp(each.id, whereIs(each))));
  const hits: SearchHit[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok && !aboutCustomer.has(outcome.problem.kind)) return outcome;
    for (const hit of outcome.ok ? outcome.value.hits : []) {
      const matchedBy = compare(hit.customer.phones ?? [], hit.customer.country);
      if (matchedBy) hits.push({ ...hit, matchedBy });
    }
  }
  const exact = hits.filter(({ matchedBy }) => matchedBy === 'phone');
  return succeed({ hits: inDisplayOrder(exact.length > 0 ? exact : hits), tried: ['phone'] });
}

function whereIs({ studio, via }: CustomerRef): Where {
  return { studio: via ?? studio, scope: via ? 'chain' : 'studio' };
}
