import { beforeEach, describe, expect, it } from 'vitest';
import type { Customer, Reading, SearchScope, Where } from '../../preload/contract/domain';
import { fail, type Outcome, type ProblemKind, succeed } from '../../preload/contract/problem';
import { type Studio, type StudioRef, studioIdOf, studioRef } from '../../preload/contract/studio';
import type { ApiClient, CustomerQueries, Limits } from './client';
import { DeskSearch } from './desk-search';
import type { DeskFound } from './merged-answers';

const chain = 'https://chain.example';
const gym = 'https://gym.example';
const studioOf = (address: string, id: string): Studio => ({
  ref: studioRef(address, id),
  address,
  id,
  name: `Studio ${id}`,
});
const customer = (id: string, studioId?: string): Customer => ({
  id,
  status: 'MEMBER',
  accessRefused: false,
  lastName: 'Bullock',
  ...(studioId !== undefined && { studioId }),
});

/** A fake API: what each key finds in its studio, whether it may search its chain, and which keys fail. */
class FakeApi {
  readonly asked: string[] = [];
  readonly own = new Map<StudioRef, Customer[]>();
  readonly problems = new Map<StudioRef, ProblemKind>();
  readonly chainKeys = new Set<StudioRef>();
  /** Keys whose searches wait for {@link release}. */
  readonly slow = new Set<StudioRef>();
  release: () => void = () => undefined;
  readonly #released = new Promise<void>((resolve) => {
    this.release = resolve;
  });
  running = 0;
  mostRunning = 0;

  queries(studio: StudioRef, limits?: Limits): CustomerQueries {
    const limit: Limits['requests'] = limits?.requests ?? ((work) => work());
    const one = (scope: SearchScope, id?: string) =>
      limit(async (): Promise<Outcome<Customer>> => {
        const all = this.#answer(studio, scope);
        if (!all.ok) return all;
        const found = all.value.find((each) => each.id === id);
        return found ? succeed(found) : fail({ kind: 'notFound' });
      });
    return {
      customer: (id, scope) => one(scope, id),
      customerBy: (_field, _value, _format, scope) => one(scope),
      search: (_fields, scope) =>
        limit(async () => {
          this.running += 1;
          this.mostRunning = Math.max(this.mostRunning, this.running);
          await new Promise((done) => setImmediate(done));
          if (this.slow.has(studio)) await this.#released;
          this.running -= 1;
          return this.#answer(studio, scope);
        }),
    };
  }

  #answer(studio: StudioRef, scope: SearchScope): Outcome<Customer[]> {
    this.asked.push(`${scope} ${studioIdOf(studio)}`);
    const problem = this.problems.get(studio);
    if (problem) return fail({ kind: problem, studio });
    if (scope === 'studio') return succeed(this.own.get(studio) ?? []);
    if (!this.chainKeys.has(studio)) return fail({ kind: 'forbidden', studio });
    const address = studio.slice(0, studio.lastIndexOf('#'));
    return succeed([...this.own].flatMap(([ref, found]) => (ref.startsWith(address) ? found : [])));
  }
}

let api: FakeApi;
let studios: Studio[];
let learned: string[];
let search: DeskSearch;
const reading: Reading = { kind: 'dateOfBirth', date: '1952-05-04' };
const all: Where = { studios: 'all' };

beforeEach(() => {
  api = new FakeApi();
  studios = [studioOf(chain, '1'), studioOf(chain, '2'), studioOf(gym, '1')];
  learned = [];
  search = new DeskSearch(api as unknown as ApiClient, {
    studios: () => studios,
    learned: (studio, id) => learned.push(`${studioIdOf(studio)} is ${id}`),
  });
});

async function find(where: Where = all, onProgress: (found: DeskFound) => void = () => undefined) {
  const outcome = await search.find(reading, where, new AbortController().signal, (now) => onProgress(now()));
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}
const shown = ({ hits }: DeskFound) => hits.map(({ customer: { id }, studio }) => `${studio} ${id}`);

describe('a search of all studios', () => {
  it('asks each studio with its own key, and merges by address and ID', async () => {
    api.own.set(`${chain}#1`, [customer('7', '1')]);
    api.own.set(`${chain}#2`, [customer('7', '1'), customer('8', '2')]);
    api.own.set(`${gym}#1`, [customer('7', '1')]);
    const found = await find();
    expect(shown(found).toSorted()).toEqual([`${chain}#1 7`, `${chain}#2 8`, `${gym}#1 7`]);
    expect(found.coverage).toEqual({ asked: 3, answered: 3, missing: [] });
  });

  it('asks a chain once where a key may, and remembers it', async () => {
    api.chainKeys.add(`${chain}#1`);
    api.own.set(`${chain}#2`, [customer('8', '2')]);
    expect(shown(await find())).toEqual([`${chain}#2 8`]);
    expect(api.asked).toEqual(['chain 1', 'chain 1', 'studio 1']);
    api.asked.length = 0;
    await find();
    // The gym's key was refused for the chain, and is not asked for it again.
    expect(api.asked.toSorted()).toEqual(['chain 1', 'studio 1']);
  });

  it('goes on studio by studio when a key is refused, and asks another one the next time', async () => {
    api.chainKeys.add(`${chain}#2`);
    const where = { studios: [`${chain}#1`, `${chain}#2`] };
    expect((await find(where)).coverage).toEqual({ asked: 2, answered: 2, missing: [] });
    expect(api.asked).toEqual(['chain 1', 'studio 1', 'studio 2']);
    api.asked.length = 0;
    await find(where);
    expect(api.asked).toEqual(['chain 2']);
  });

  it('counts a refused ID as a miss where another studio of the tenant has the customer', async () => {
    api.own.set(`${chain}#1`, [customer('7', '1')]);
    api.problems.set(`${chain}#2`, 'forbiddenOtherStudio');
    const where = { studios: [`${chain}#1`, `${chain}#2`] };
    const ask = (id: string) =>
      search.find({ kind: 'id', id }, where, new AbortController().signal, () => undefined);
    expect(await ask('7')).toMatchObject({ value: { coverage: { answered: 2, missing: [] } } });
    expect(await ask('8')).toMatchObject({ value: { coverage: { answered: 1 } } });
  });

  it('stops trying the chain after three refusals of a tenant', async () => {
    studios = Array.from({ length: 10 }, (_, index) => studioOf(chain, String(index + 1)));
    for (const count of [1, 2, 3, 3]) {
      await find();
      expect(api.asked.filter((each) => each.startsWith('chain'))).toHaveLength(count);
    }
    expect(api.asked.filter((each) => each.startsWith('chain'))).toHaveLength(3);
  });

  it('says which studios have not answered and why, and shows the hits of the others', async () => {
    api.problems.set(`${chain}#2`, 'rateLimited');
    api.own.set(`${gym}#1`, [customer('7', '1')]);
    const found = await find();
    expect(shown(found)).toEqual([`${gym}#1 7`]);
    expect(found.coverage).toEqual({
      asked: 3,
      answered: 2,
      missing: [{ studio: `${chain}#2`, problem: { kind: 'rateLimited', studio: `${chain}#2` } }],
    });
  });

  it('reports its progress after each answer', async () => {
    const answered: number[] = [];
    await find(all, ({ coverage }) => answered.push(coverage?.answered ?? 0));
    expect(answered).toEqual([1, 2, 3]);
  });

  it('sends at most six requests to a tenant at a time', async () => {
    studios = Array.from({ length: 40 }, (_, index) => studioOf(chain, String(index + 1)));
    await find();
    expect(api.mostRunning).toBe(6);
  });

  it('guesses at other spellings of a name only when no studio has found anybody', async () => {
    const name: Reading = { kind: 'name', words: ['bullock'] };
    const ask = () => search.find(name, all, new AbortController().signal, () => undefined);
    api.own.set(`${gym}#1`, [customer('7', '1')]);
    expect(await ask()).toMatchObject({ value: { coverage: { answered: 3 } } });
    const typed = api.asked.length;
    api.own.clear();
    expect(await ask()).toMatchObject({ value: { hits: [], coverage: { answered: 3, missing: [] } } });
    expect(api.asked.length - typed).toBeGreaterThan(typed);
  });

  it('asks for a number in another spelling everywhere, also where its digits were refused as an ID', async () => {
    api.problems.set(`${chain}#2`, 'forbiddenOtherStudio');
    const reading: Reading = { kind: 'digits', digits: '112345', spellings: ['1-12345'] };
    const outcome = await search.find(reading, all, new AbortController().signal, () => undefined);
    expect(outcome).toMatchObject({ value: { hits: [], coverage: { asked: 3, answered: 3, missing: [] } } });
    expect(api.asked.filter((each) => each === 'studio 2')).toHaveLength(4);
  });

  it('does not let a studio without an ID delay the others', async () => {
    studios = [studioOf(chain, '1'), studioOf(chain, 'local-1')];
    api.slow.add(`${chain}#local-1`);
    const answered: number[] = [];
    const found = find(all, ({ coverage }) => answered.push(coverage?.answered ?? 0));
    await expect.poll(() => answered).toEqual([1]);
    api.release();
    expect((await found).coverage?.answered).toBe(2);
  });

  it('asks the given studios alone when it is repeated for them', async () => {
    await find();
    api.asked.length = 0;
    const found = await find({ studios: [`${gym}#1`] });
    expect(api.asked).toEqual(['studio 1']);
    expect(found.coverage?.asked).toBe(1);
  });
});

describe('the studio of a customer', () => {
  it('is the home studio, whoever found them', async () => {
    api.own.set(`${chain}#1`, [customer('7', '2')]);
    expect(shown(await find({ studio: `${chain}#1`, scope: 'studio' }))).toEqual([`${chain}#2 7`]);
  });

  it('is one without a key here, and the record is read with the key that found them', async () => {
    api.own.set(`${chain}#1`, [customer('7', '99')]);
    const { hits } = await find({ studio: `${chain}#1`, scope: 'studio' });
    expect(hits).toMatchObject([{ studio: `${chain}#99`, via: `${chain}#1` }]);
  });

  it('is the one that found them while the API does not name it', async () => {
    api.own.set(`${chain}#1`, [customer('7')]);
    expect(shown(await find({ studio: `${chain}#1`, scope: 'studio' }))).toEqual([`${chain}#1 7`]);
  });

  it('supplies the ID of a studio that has none, if all records that its key found agree', async () => {
    studios = [studioOf(chain, 'local-1')];
    api.own.set(`${chain}#local-1`, [customer('7', '5'), customer('8')]);
    expect(shown(await find({ studio: `${chain}#local-1`, scope: 'studio' }))).toEqual([
      `${chain}#local-1 7`,
      `${chain}#local-1 8`,
    ]);
    expect(learned).toEqual(['local-1 is 5']);
    api.own.set(`${chain}#local-1`, [customer('7', '5'), customer('8', '6')]);
    await find({ studio: `${chain}#local-1`, scope: 'studio' });
    expect(learned).toHaveLength(1);
  });

  it('is the one that the chain names, even when the key that asked has no ID', async () => {
    studios = [{ ...studioOf(chain, 'local-1') }];
    api.chainKeys.add(`${chain}#local-1`);
    api.own.set(`${chain}#local-1`, [customer('7', '99')]);
    const moved = await search.home(`${chain}#local-1`, '7', new AbortController().signal);
    expect(moved).toMatchObject({ value: { studio: `${chain}#99`, via: `${chain}#local-1` } });
  });

  it('is asked of the chain when the home studio has refused them', async () => {
    api.chainKeys.add(`${chain}#1`);
    api.own.set(`${chain}#2`, [customer('7', '2')]);
    const { signal } = new AbortController();
    expect(await search.home(`${chain}#1`, '7', signal)).toMatchObject({ value: { studio: `${chain}#2` } });
    expect(await search.home(`${gym}#1`, '7', signal)).toMatchObject({ problem: { kind: 'forbidden' } });
  });
});
