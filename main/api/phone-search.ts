import type { AccountInput } from '../../preload/contract/calls';
import type { Coverage, MatchedBy, SearchHit, Where } from '../../preload/contract/domain';
import { inDisplayOrder } from '../../preload/contract/hit-order';
import type { PhoneAnswer } from '../../preload/contract/phone-index';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { addressOf, type CustomerRef, type StudioRef } from '../../preload/contract/studio';
import type { IndexMatch, PhoneIndexer } from '../phone-index/phone-indexer';
import type { SeenCustomer } from '../privacy/seen-customers';
import { WorkPauses } from '../work-pauses';
import type { DeskSearch } from './desk-search';
import { loadPhoneNumbers } from './load-phone-numbers';
import type { DeskFound } from './merged-answers';
import { type Candidate, distinct } from './phone-candidates';
import type { PhoneComparer } from './phone-numbers';
import type { PhoneRate } from './phone-rate-limit';

/** Maximum number of customers who are looked up because their telephone number matches. */
const maxCandidates = 20;

/** Problems of one customer, who is then left out. */
const aboutCustomer: ReadonlySet<Problem['kind']> = new Set([
  'forbidden',
  'forbiddenOtherStudio',
  'badRequest',
  'notFound',
  'noKeyForStudio',
]);

/** Where telephone numbers are found, and how matches are proved. */
export interface PhoneSearchParts {
  deskSearch: Pick<DeskSearch, 'find'>;
  /** Customers of this session, the latest first. */
  seen: () => readonly SeenCustomer[];
  phoneIndex: Pick<PhoneIndexer, 'state' | 'find'>;
  studios: () => readonly { ref: StudioRef }[];
  /** ISO code of the country of the desk's language. */
  region: string | undefined;
  rate: Pick<PhoneRate, 'allows'>;
}

/** Customers with a telephone number. */
export type PhoneFound = DeskFound & { phone?: PhoneAnswer };

/** Requests the balances of a candidate who is not proved yet. @returns keeps them for the page */
export type Prefetch = (of: AccountInput) => () => void;

interface Proved {
  hits: SearchHit[];
  failures: Coverage['missing'];
}

/**
 * Finds the customers who have a telephone number: those of this session, and those whom the telephone index names.
 * SECURITY: the number is compared here and never sent. The candidates are looked up by their IDs and compared again, so
 * that what is shown is current, and a collision of digests shows nobody.
 */
export class PhoneSearch {
  constructor(private readonly parts: PhoneSearchParts) {}

  /** @param prefetch called for the only candidate, who will open automatically when proved */
  async find(
    number: string,
    where: Where,
    signal: AbortSignal,
    prefetch?: Prefetch,
  ): Promise<Outcome<PhoneFound>> {
    if (!this.parts.rate.allows(number)) return fail({ kind: 'tooManyCalls', detail: 'telephone numbers' });
    // Loaded at the first telephone number: its table of all countries is larger than the rest of main.
    const { phoneComparer } = await loadPhoneNumbers();
    const compare = phoneComparer(number);
    const studios = this.#studiosOf(where);
    const { exact, uncertain, phone } = await this.#candidates(number, compare, studios, signal);
    if (signal.aborted) return fail({ kind: 'cancelled' });

    const shared = (found: Candidate[]) => phone && sharedAnswer(found, found === uncertain, phone);
    const asked = exact.length > 0 ? exact : uncertain;
    const isShared = shared(asked);
    if (isShared) return isShared;
    const [first, another] = exact;
    const only = first && !another && phone?.isComplete ? first[0] : undefined;
    const keep = only && !only.via ? prefetch?.({ studio: only.studio, id: only.id }) : undefined;
    let proved = await this.#prove(asked, compare, signal);
    // What is in the index may be older than the records: then somebody with the same last digits is the likeliest.
    if (proved.hits.length + proved.failures.length === 0 && asked === exact) {
      const areShared = shared(uncertain);
      if (areShared) return areShared;
      proved = await this.#prove(uncertain, compare, signal);
    }
    if (signal.aborted) return fail({ kind: 'cancelled' });

    const whole = proved.hits.filter(({ matchedBy }) => matchedBy === 'phone');
    if (whole.length === 1 && whole[0]?.studio === only?.studio) keep?.();
    const hits = inDisplayOrder(whole.length > 0 ? whole : proved.hits);
    const [failure] = proved.failures;
    // Another studio's hits are shown; without any, "nobody" would be wrong.
    if (failure && (hits.length === 0 || 'studio' in where)) return fail(failure.problem);
    return succeed({
      hits,
      tried: ['phone'],
      ...(failure && { coverage: coverageOf(studios, proved.failures) }),
      ...(phone && { phone }),
    });
  }

  /**
   * Whether digits that may be a card number are a telephone number: one whose form says so, that of a customer of this
   * session, or one in the index.
   */
  async isNumber(digits: string, where: Where, signal: AbortSignal): Promise<boolean> {
    const { phoneIndex, region, rate } = this.parts;
    const { phoneComparer, isTelephone } = await loadPhoneNumbers();
    if (isTelephone(digits, region)) return true;
    const seen = await this.#seenWith(phoneComparer(digits), undefined, signal);
    if (seen.phone.length > 0) return true;
    // SECURITY: the answer says whether a customer has the number, so it counts as a search by number.
    if (this.#isOff() || !rate.allows(digits)) return false;
    return (await phoneIndex.find(digits, this.#studiosOf(where), region)).exact.length > 0;
  }

  /** Who may have the number, as the index and this session know. */
  async #candidates(
    number: string,
    compare: PhoneComparer,
    studios: readonly StudioRef[],
    signal: AbortSignal,
  ) {
    const { phoneIndex, region } = this.parts;
    const matches = this.#isOff() ? undefined : await phoneIndex.find(number, studios, region);
    const seen = await this.#seenWith(compare, matches && studios, signal);
    // The index first: it knows the studio's country.
    return {
      exact: await distinct([matches?.exact ?? [], seen.phone], signal),
      uncertain: await distinct([matches?.uncertain ?? [], seen.phoneEnding], signal),
      phone: matches && { isComplete: matches.isComplete },
    };
  }

  #isOff(): boolean {
    return this.parts.phoneIndex.state().mode === 'off';
  }

  /** The studios of the desk in which to search. */
  #studiosOf(where: Where): StudioRef[] {
    const all = this.parts.studios().map(({ ref }) => ref);
    if ('studios' in where)
      return where.studios === 'all' ? all : all.filter((ref) => where.studios.includes(ref));
    const { studio, scope } = where;
    // SECURITY: the page names the studio, and an index may also hold studios of the company that this desk must not search.
    return all.filter((ref) => (scope === 'studio' ? ref === studio : addressOf(ref) === addressOf(studio)));
  }

  /**
   * Customers of this session who have the number, in these studios or in all. SECURITY: the API can send thousands of
   * numbers that end alike, so main makes breaks, and a search that was cancelled stops.
   */
  async #seenWith(compare: PhoneComparer, studios: readonly StudioRef[] | undefined, signal: AbortSignal) {
    const found: Record<'phone' | 'phoneEnding', CustomerRef[]> = { phone: [], phoneEnding: [] };
    const wanted = studios && new Set(studios);
    const pauses = new WorkPauses();
    for (const { studio, id, via, phones, country } of this.parts.seen()) {
      if (signal.aborted || found.phone.length > maxCandidates) break;
      const isWanted = !wanted || wanted.has(studio) || (via !== undefined && wanted.has(via));
      const matchedBy = isWanted && compare(phones, [country, this.parts.region]);
      if (matchedBy) found[matchedBy].push({ studio, id, ...(via && { via }) });
      await pauses.afterTurn();
    }
    return found;
  }

  async #prove(asked: Candidate[], compare: PhoneComparer, signal: AbortSignal): Promise<Proved> {
    const proved: Proved = { hits: [], failures: [] };
    const outcomes = asked.slice(0, maxCandidates).map((each) => this.#lookUp(each, compare, signal));
    for (const { hits, failures } of await Promise.all(outcomes)) {
      proved.hits.push(...hits);
      proved.failures.push(...failures);
    }
    return proved;
  }

  async #lookUp(candidate: Candidate, compare: PhoneComparer, signal: AbortSignal): Promise<Proved> {
    const failures: Coverage['missing'] = [];
    for (const ref of candidate) {
      const where = whereIs(ref);
      const outcome = await this.parts.deskSearch.find(
        { kind: 'id', id: ref.id },
        where,
        signal,
        () => undefined,
      );
      if (outcome.ok && outcome.value.hits.length > 0)
        return { hits: outcome.value.hits.flatMap((hit) => this.#compared(hit, ref, compare)), failures: [] };
      if (!outcome.ok && !aboutCustomer.has(outcome.problem.kind))
        failures.push({ studio: where.studio, problem: outcome.problem });
    }
    return { hits: [], failures };
  }

  #compared(hit: SearchHit, { country: ofStudio }: IndexMatch, compare: PhoneComparer): SearchHit[] {
    const { phones = [], country } = hit.customer;
    const matchedBy: MatchedBy | undefined = compare(phones, [country, ofStudio, this.parts.region]);
    return matchedBy ? [{ ...hit, matchedBy }] : [];
  }
}

/** The answer for a number that too many customers have; undefined when they can be looked up. */
function sharedAnswer(
  { length }: readonly Candidate[],
  isUncertain: boolean,
  phone: PhoneAnswer,
): Outcome<PhoneFound> | undefined {
  if (length <= maxCandidates) return undefined;
  const shared = { sharedBy: length, ...(isUncertain && { isUncertain }) };
  return succeed({ hits: [], tried: ['phone'], phone: { ...phone, ...shared } });
}

/** The studios whose candidates could not be looked up; the others have answered. */
function coverageOf(studios: readonly StudioRef[], failures: Coverage['missing']): Coverage {
  const missing = [...new Map(failures.map((each) => [each.studio, each])).values()];
  const asked = new Set([...studios, ...missing.map(({ studio }) => studio)]).size;
  return { asked, answered: asked - missing.length, missing };
}

function whereIs({ studio, via }: CustomerRef): Extract<Where, { scope: string }> {
  return { studio: via ?? studio, scope: via ? 'chain' : 'studio' };
}
