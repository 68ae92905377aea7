import pLimit from 'p-limit';
import type {
  Customer,
  CustomerId,
  FoundCustomer,
  Reading,
  SearchHit,
  SearchScope,
  Where,
} from '../../preload/contract/domain';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import {
  addressOf,
  hasLocalId,
  type Studio,
  type StudioRef,
  studioIdOf,
  studioRef,
} from '../../preload/contract/studio';
import { byAddress } from '../by-address';
import { WorkPauses } from '../work-pauses';
import type { ApiClient, CustomerQueries, Limits } from './client';
import { type DeskFound, MergedAnswers } from './merged-answers';
import { type Found, hasGuesses, type SearchPart, search } from './search';
import { sortHits } from './sort-hits';

/** Maximum number of concurrent requests to one tenant, while several of its studios are searched. */
const requestsPerTenant = 6;

/** Keys of a tenant that are read or in use at a time: the next ones are read while requests run. */
const keysPerTenant = 2 * requestsPerTenant;

/** Number of refused keys after which Ringside stops trying the cross-studio search of a tenant. */
const maxChainRefusals = 3;

/** Problems of one key, after which another key of the tenant may still be allowed to search the chain. */
const keyProblems: ReadonlySet<Problem['kind']> = new Set([
  'forbidden',
  'forbiddenOtherStudio',
  'unauthorized',
  'keyMissing',
  'rateLimited',
]);

/** The studios of the desk, and what a search learns about them. */
export interface SearchedStudios {
  studios: () => Studio[];
  /** Called with the ID of a studio, from a record that its own key has found. */
  learned: (studio: StudioRef, id: string) => unknown;
}

/** Searches one studio, a chain, or every studio of the desk. */
export class DeskSearch {
  /** Whether the key of a studio may search its chain; absent while it has not been asked. */
  readonly #mayAskChain = new Map<StudioRef, boolean>();
  readonly #limits = new Map<string, Limits>();

  constructor(
    private readonly client: ApiClient,
    private readonly desk: SearchedStudios,
  ) {}

  /** @param onProgress called after each answer of a search of several studios, with the state of the search */
  async find(
    reading: Reading,
    where: Where,
    signal: AbortSignal,
    onProgress: (found: () => DeskFound) => void,
  ): Promise<Outcome<DeskFound>> {
    if ('studio' in where) return this.#inOne(reading, where.studio, where.scope, signal);
    const studios = this.desk.studios();
    const wanted =
      where.studios === 'all' ? studios : studios.filter(({ ref }) => where.studios.includes(ref));
    if (wanted.length === 0) return fail({ kind: 'notConnected' });
    const answers = new MergedAnswers(
      wanted.length,
      reading,
      (matches, finder, scope) => this.#hits(matches, finder, scope),
      onProgress,
    );
    const round = (studios: readonly Studio[], part: SearchPart) =>
      Promise.all(
        byAddress(studios).map(({ items }) => this.#inTenant(items, reading, part, signal, answers)),
      );
    await round(wanted, 'typed');
    // Guesses multiply the requests, so they follow only when no studio has found anybody.
    if (hasGuesses(reading) && !signal.aborted && answers.isEmpty())
      await round(answers.nextRound(wanted), 'guessed');
    if (signal.aborted) return fail({ kind: 'cancelled' });
    return succeed(answers.found());
  }

  /** Reads where a customer belongs now, by the cross-studio endpoint of the tenant. */
  async home(studio: StudioRef, id: CustomerId, signal: AbortSignal): Promise<Outcome<FoundCustomer>> {
    const address = addressOf(studio);
    const own = this.desk.studios().filter((each) => each.address === address);
    let refused: Outcome<never> = fail({ kind: 'noKeyForStudio', studio });
    for (const { ref } of this.#chainKeys(own)) {
      const record = await this.client.queries(ref).customer(id, 'chain', signal);
      if (record.ok) return succeed(this.#found(record.value, ref, 'chain'));
      refused = record;
      if (!keyProblems.has(record.problem.kind)) break;
      if (record.problem.kind.startsWith('forbidden')) this.#mayAskChain.set(ref, false);
    }
    return refused;
  }

  async #inOne(
    reading: Reading,
    studio: StudioRef,
    scope: SearchScope,
    signal: AbortSignal,
  ): Promise<Outcome<DeskFound>> {
    const found = await search(this.client.queries(studio), reading, scope, signal, {
      studioName: this.#studioNames(studio),
    });
    if (!found.ok) return found;
    const { matches, tried } = found.value;
    await new WorkPauses().afterTurn();
    const hits = await sortHits(this.#hits(matches, studio, scope));
    if (signal.aborted) return fail({ kind: 'cancelled' });
    return succeed({ hits, tried });
  }

  /** Searches a tenant: with one cross-studio search if a key has permission, otherwise studio by studio. */
  async #inTenant(
    studios: Studio[],
    reading: Reading,
    part: SearchPart,
    signal: AbortSignal,
    answers: MergedAnswers,
  ): Promise<void> {
    const [known, unknown] = [studios.filter((each) => !hasLocalId(each)), studios.filter(hasLocalId)];
    const options = (finder: StudioRef) => ({ part, studioName: this.#studioNames(finder) });
    const byOne = async ({ ref }: Studio) =>
      answers.add(
        [ref],
        await search(this.#limited(ref), reading, 'studio', signal, options(ref)),
        ref,
        'studio',
      );
    const inChainOrEach = async () => {
      if (!(await this.#inChain(known, reading, part, signal, answers))) await Promise.all(known.map(byOne));
    };
    // Only a studio's own key can reveal its ID.
    await Promise.all([inChainOrEach(), ...unknown.map(byOne)]);
  }

  /** @returns whether the chain has been asked for all these studios */
  async #inChain(
    studios: Studio[],
    reading: Reading,
    part: SearchPart,
    signal: AbortSignal,
    answers: MergedAnswers,
  ): Promise<boolean> {
    for (const { ref } of this.#chainKeys(studios)) {
      const studioName = this.#studioNames(ref);
      const found = await search(this.#limited(ref), reading, 'chain', signal, { part, studioName });
      const problem = found.ok ? undefined : found.problem.kind;
      if (problem === undefined) this.#mayAskChain.set(ref, true);
      else if (problem.startsWith('forbidden')) this.#mayAskChain.set(ref, false);
      if (problem !== undefined && keyProblems.has(problem)) continue;
      answers.add(
        studios.map((each) => each.ref),
        found,
        ref,
        'chain',
      );
      return true;
    }
    return false;
  }

  /**
   * Studios whose key has searched the chain, and then one that has not been asked: a slow or refused key must not delay
   * the search of the others.
   */
  #chainKeys(studios: readonly Studio[]): Studio[] {
    const state = ({ ref }: Studio) => this.#mayAskChain.get(ref);
    const proved = studios.filter((each) => state(each) === true);
    const refusals = studios.filter((each) => state(each) === false).length;
    const untried = studios.filter((each) => state(each) === undefined);
    return [...proved, ...(refusals < maxChainRefusals ? untried.slice(0, 1) : [])];
  }

  #limited(studio: StudioRef): CustomerQueries {
    const address = addressOf(studio);
    const limits = this.#limits.get(address) ?? {
      keys: pLimit(keysPerTenant),
      requests: pLimit(requestsPerTenant),
    };
    this.#limits.set(address, limits);
    return this.client.queries(studio, limits);
  }

  /** Names of the home studios of the customers that a key finds, by which their rows can be searched. */
  #studioNames(finder: StudioRef): (customer: Customer) => string | undefined {
    const studios = this.desk.studios();
    const [only, another] = studios;
    if (only && !another) return () => undefined;
    const address = addressOf(finder);
    // Built at the first question: most searches have no word that may be the name of a studio.
    let names: Map<StudioRef, string> | undefined;
    return ({ studioId }) => {
      names ??= new Map(studios.map(({ ref, name }) => [ref, name]));
      const home = studioId === undefined ? finder : studioRef(address, studioId);
      return names.get(home) ?? (hasLocalId({ id: studioIdOf(finder) }) ? names.get(finder) : undefined);
    };
  }

  #hits(matches: Found['matches'], finder: StudioRef, scope: SearchScope): SearchHit[] {
    if (scope === 'studio') this.#learn(matches, finder);
    const homes = new Map<Customer['studioId'], Omit<FoundCustomer, 'customer'>>();
    return matches.map((match) => {
      const { studioId } = match.customer;
      const home = homes.get(studioId) ?? this.#homeOf(studioId, finder, scope);
      homes.set(studioId, home);
      return { ...match, ...home };
    });
  }

  /** The ID of a studio is learned when all records that its key has found name the same studio. */
  #learn(matches: Found['matches'], finder: StudioRef): void {
    const studio = this.desk.studios().find(({ ref }) => ref === finder);
    if (!studio || !hasLocalId(studio)) return;
    const ids = new Set(matches.map(({ customer }) => customer.studioId).filter((id) => id !== undefined));
    const [id, another] = ids;
    if (id !== undefined && another === undefined) void this.desk.learned(finder, id);
  }

  /**
   * The studios of a customer. Only the key of the home studio reads the account; the record of a customer
   * whose home studio has no key here is read with the key that found them.
   */
  #found(customer: Customer, finder: StudioRef, scope: SearchScope): FoundCustomer {
    return { customer, ...this.#homeOf(customer.studioId, finder, scope) };
  }

  #homeOf(
    studioId: Customer['studioId'],
    finder: StudioRef,
    scope: SearchScope,
  ): Omit<FoundCustomer, 'customer'> {
    if (studioId === undefined) return { studio: finder };
    const address = addressOf(finder);
    const home = studioRef(address, studioId);
    const own = this.desk.studios().filter((studio) => studio.address === address);
    if (own.some(({ ref }) => ref === home)) return { studio: home };
    // Without the chain, a key finds customers of its own studio, whose ID may not be known yet.
    const finderStudio = own.find(({ ref }) => ref === finder);
    if (scope === 'studio' && finderStudio && hasLocalId(finderStudio)) return { studio: finder };
    return { studio: home, via: finder };
  }
}
