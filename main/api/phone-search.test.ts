import { describe, expect, it } from 'vitest';
import type { AccountInput } from '../../preload/contract/calls';
import type { Customer, SearchHit, Where } from '../../preload/contract/domain';
import { fail, type Problem, succeed } from '../../preload/contract/problem';
import type { StudioRef } from '../../preload/contract/studio';
import type { IndexMatches } from '../phone-index/phone-indexer';
import { SeenCustomers } from '../privacy/seen-customers';
import { PhoneSearch } from './phone-search';

const [munich, ulm, wien] = ['https://a.example#1', 'https://a.example#2', 'https://b.example#3'] as const;
const everywhere: Where = { studios: 'all' };
const person = (id: string, phone?: string): Customer => ({
  id,
  status: 'MEMBER',
  accessRefused: false,
  country: 'DE',
  ...(phone && { phones: [phone] }),
});
const hit = (customer: Customer): SearchHit => ({ customer, studio: munich, matchedBy: 'name' });

/** What a fake index knows, and what the API answers. */
interface Given {
  seen?: Customer[];
  /** The customers as they are now; those of `seen` by default. */
  now?: SearchHit[];
  problems?: Record<StudioRef, Problem>;
  /** The index is off where it is absent. */
  matches?: Partial<IndexMatches>;
  signal?: AbortSignal;
  allows?: (number: string) => boolean;
}

/** A desk of three studios in Germany. */
function session({ seen = [], now = seen.map(hit), problems = {}, matches, signal, allows }: Given) {
  const customers = new SeenCustomers();
  customers.add(seen.map(hit));
  const asked: [string, Where][] = [];
  const indexed: StudioRef[][] = [];
  const events: string[] = [];
  const search = new PhoneSearch({
    deskSearch: {
      async find(reading, where) {
        const id = reading.kind === 'id' ? reading.id : '';
        asked.push([id, where]);
        events.push(`customer ${id}`);
        await Promise.resolve();
        const studio = 'studio' in where ? where.studio : '';
        const problem = problems[studio];
        if (problem) return fail(problem);
        return succeed({
          hits: now.filter((each) => each.customer.id === id && each.studio === studio),
          tried: [],
        });
      },
    },
    seen: () => customers.all(),
    studios: () => [munich, ulm, wien].map((ref) => ({ ref })),
    phoneIndex: {
      state: () => ({ mode: matches ? 'onDemand' : 'off', studios: [] }),
      async find(_number, studios) {
        indexed.push([...studios]);
        return { exact: [], uncertain: [], isComplete: true, ...matches };
      },
    },
    region: 'DE',
    rate: { allows: allows ?? (() => true) },
  });
  const running = signal ?? new AbortController().signal;
  const prefetch = ({ id }: AccountInput) => {
    events.push(`balances ${id}`);
    return () => events.push(`kept ${id}`);
  };
  return {
    asked,
    indexed,
    events,
    customers,
    search: (number: string, where: Where = everywhere) => search.find(number, where, running, prefetch),
    isNumber: (digits: string) => search.isNumber(digits, everywhere, running),
  };
}

it('finds a customer of this session, and asks for that customer only', async () => {
  const { search, asked } = session({
    seen: [person('1', '+49 170 1234567'), person('2', '0151 2345678'), person('3')],
  });
  const outcome = await search('0170/1234567');
  expect(outcome).toMatchObject({
    ok: true,
    value: { hits: [{ customer: { id: '1' }, matchedBy: 'phone' }], tried: ['phone'] },
  });
  expect(asked).toEqual([['1', { studio: munich, scope: 'studio' }]]);
});

it('sends nothing when nobody of this session has the number', async () => {
  const { search, asked } = session({ seen: [person('1', '+49 170 1234567')] });
  expect(await search('0170 7654321')).toEqual(succeed({ hits: [], tried: ['phone'] }));
  expect(asked).toEqual([]);
});

it('drops a customer whose number has changed since, and one whom the API no longer shows', async () => {
  const seen = [person('1', '0170 1234567'), person('2', '0170 1234567')];
  const now = [person('1', '0170 7654321'), seen[1] as Customer].map(hit);
  const { search } = session({ seen, now });
  expect(await search('0170 1234567')).toMatchObject({ value: { hits: [{ customer: { id: '2' } }] } });
  const gone = session({ seen, problems: { [munich]: { kind: 'forbiddenOtherStudio' } } });
  expect(await gone.search('0170 1234567')).toEqual(succeed({ hits: [], tried: ['phone'] }));
});

it('reports a failure instead of "nobody"', async () => {
  const { search } = session({
    seen: [person('1', '0170 1234567')],
    problems: { [munich]: { kind: 'offline' } },
  });
  expect(await search('0170 1234567')).toEqual(fail({ kind: 'offline' }));
});

it('shows uncertain matches only when no number matches exactly', async () => {
  const [exact, ending] = [person('1', '030 901820'), person('2', '040 30901820')];
  expect(await session({ seen: [exact, ending] }).search('030 901820')).toMatchObject({
    value: { hits: [{ customer: { id: '1' }, matchedBy: 'phone' }] },
  });
  expect(await session({ seen: [ending] }).search('030 901820')).toMatchObject({
    value: { hits: [{ customer: { id: '2' }, matchedBy: 'phoneEnding' }] },
  });
});

it('takes digits that may be a card for a telephone number when a customer of this session has it', async () => {
  const { isNumber } = session({ seen: [person('1', '+49 89 12345678')] });
  expect(await isNumber('08912345678')).toBe(true);
  expect(await isNumber('08912345679')).toBe(false);
});

describe('thousands of numbers that end alike', () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    person(String(index), `+49 89 ${1_000 + index}234567`),
  );

  it('leave main time for other events', async () => {
    const { search, isNumber } = session({ seen: many });
    // The first search loads the library.
    await search('1');
    let events = 0;
    const count = () => {
      events += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    expect(await search('089 9999234567')).toMatchObject({ value: { hits: [] } });
    const bySearch = events;
    expect(bySearch).toBeGreaterThan(0);
    expect(await isNumber('0899999234567')).toBe(false);
    expect(events).toBeGreaterThan(bySearch);
    clearImmediate(next);
  });

  it('are no longer compared when the search was cancelled', async () => {
    const cancelling = new AbortController();
    const { search, asked } = session({
      seen: [person('x', '0899999234567'), ...many],
      signal: cancelling.signal,
    });
    const outcome = search('089 9999234567');
    setImmediate(() => cancelling.abort());
    expect(await outcome).toEqual(fail({ kind: 'cancelled' }));
    expect(asked).toEqual([]);
  });
});

it('remembers at most five thousand customers, the latest, and forgets all on request', () => {
  const seen = new SeenCustomers();
  seen.add(Array.from({ length: 4_999 }, (_, index) => hit(person(String(index)))));
  seen.add([hit(person('0')), hit(person('new')), hit(person('newer'))]);
  expect(
    seen
      .all()
      .slice(0, 3)
      .map(({ id }) => id),
  ).toEqual(['newer', 'new', '0']);
  expect(seen.all()).toHaveLength(5_000);
  seen.forgotten();
  expect(seen.all()).toEqual([]);
});

describe('with a telephone index', () => {
  const at = (studio: StudioRef, customer: Customer): SearchHit => ({ ...hit(customer), studio });
  const [anna, ben] = [person('1', '+49 170 1234567'), person('2', '0170 1234567')];
  const number = '0170 1234567';
  const ref = (id: string, studio: StudioRef = munich) => ({ id, studio });

  it('proves each candidate once, with the key of the studio, and says that the index is complete', async () => {
    const { search, asked } = session({
      seen: [anna],
      now: [hit(anna), at(ulm, ben)],
      matches: { exact: [ref('1'), ref('2', ulm), ref('2', ulm)] },
    });
    expect(await search(number)).toEqual(
      succeed({
        hits: [
          { ...hit(anna), matchedBy: 'phone' },
          { ...at(ulm, ben), matchedBy: 'phone' },
        ],
        tried: ['phone'],
        phone: { isComplete: true },
      }),
    );
    expect(asked).toEqual([
      ['1', { studio: munich, scope: 'studio' }],
      ['2', { studio: ulm, scope: 'studio' }],
    ]);
  });

  it.each<[string, Given]>([
    ['vanished', { now: [] }],
    ['has another number now', { now: [hit(person('1', '0170 7654321'))] }],
    ['is refused', { problems: { [munich]: { kind: 'forbidden' } } }],
  ])('leaves out who %s', async (_what, given) => {
    const { search } = session({ matches: { exact: [ref('1')] }, ...given });
    expect(await search(number)).toEqual(
      succeed({ hits: [], tried: ['phone'], phone: { isComplete: true } }),
    );
  });

  it('finds a customer who has moved by the index of the new studio', async () => {
    const { search } = session({
      now: [at(ulm, anna)],
      problems: { [munich]: { kind: 'forbidden' } },
      matches: { exact: [ref('1', munich), ref('1', ulm)] },
    });
    expect(await search(number)).toMatchObject({ value: { hits: [{ studio: ulm }] } });
  });

  it('shows those of one studio, and which other studio has failed', async () => {
    const problem: Problem = { kind: 'rateLimited', retryAfterSeconds: 60 };
    const given = { now: [hit(anna)], problems: { [ulm]: problem } };
    const { search } = session({ ...given, matches: { exact: [ref('1'), ref('2', ulm), ref('3', ulm)] } });
    expect(await search(number)).toMatchObject({
      value: {
        hits: [{ customer: { id: '1' } }],
        coverage: { asked: 3, answered: 2, missing: [{ studio: ulm, problem }] },
      },
    });
    const alone = session({ ...given, matches: { exact: [ref('2', ulm)] } });
    expect(await alone.search(number)).toEqual(fail(problem));
  });

  it('shows members before former ones and prospects', async () => {
    const family = ['PROSPECT', 'FORMER_MEMBER', 'MEMBER'].map((status, index) => ({
      ...person(String(index), number),
      status,
    }));
    const { search } = session({
      now: family.map(hit),
      matches: { exact: ['0', '1', '2'].map((id) => ref(id)) },
    });
    expect(await search(number)).toMatchObject({
      value: { hits: [{ customer: { id: '2' } }, { customer: { id: '1' } }, { customer: { id: '0' } }] },
    });
  });

  const people = (count: number) => Array.from({ length: count }, (_, index) => ref(String(index)));

  it.each([
    ['exact', { sharedBy: 21 }],
    ['uncertain', { sharedBy: 21, isUncertain: true }],
  ] as const)('asks for nobody when more than 20 have a number: %s', async (kind, said) => {
    const { search, asked } = session({ matches: { [kind]: people(21) } });
    expect(await search(number)).toEqual(
      succeed({ hits: [], tried: ['phone'], phone: { isComplete: true, ...said } }),
    );
    expect(asked).toEqual([]);
    const twenty = session({ matches: { [kind]: people(20) } });
    await twenty.search(number);
    expect(twenty.asked).toHaveLength(20);
  });

  it('asks for nobody when no whole number is confirmed and more than 20 have its last digits', async () => {
    const alone = { ...hit(person('70', number)), studio: ulm };
    const { search, asked } = session({
      now: [alone],
      matches: { exact: [ref('x')], uncertain: [ref('70', ulm), ...people(20)] },
    });
    expect(await search(number)).toEqual(
      succeed({
        hits: [],
        tried: ['phone'],
        phone: { isComplete: true, sharedBy: 21, isUncertain: true },
      }),
    );
    expect(asked).toEqual([['x', { studio: munich, scope: 'studio' }]]);
  });

  it('leaves main time for other events when thousands match, and stops when the search was cancelled', async () => {
    const cancelling = new AbortController();
    const { search } = session({ matches: { uncertain: people(50_000) }, signal: cancelling.signal });
    // The first search loads the library.
    await search('1');
    let events = 0;
    const count = () => {
      events += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    expect(await search(number)).toMatchObject({ value: { phone: { sharedBy: 50_000 } } });
    expect(events).toBeGreaterThan(1);
    clearImmediate(next);
    setImmediate(() => cancelling.abort());
    expect(await search(number)).toEqual(fail({ kind: 'cancelled' }));
  });

  it('asks for whose last digits match only when no number matches', async () => {
    const ending = person('2', '040 30901820');
    const both = session({
      now: [hit(person('1', '030 901820')), hit(ending)],
      matches: { exact: [ref('1')], uncertain: [ref('2')] },
    });
    expect(await both.search('030 901820')).toMatchObject({ value: { hits: [{ matchedBy: 'phone' }] } });
    expect(both.asked).toHaveLength(1);
    const changed = session({ now: [hit(ending)], matches: { exact: [ref('1')], uncertain: [ref('2')] } });
    expect(await changed.search('030 901820')).toMatchObject({
      value: { hits: [{ customer: { id: '2' }, matchedBy: 'phoneEnding' }] },
    });
  });

  it.each<[Where, StudioRef[]]>([
    [{ studio: ulm, scope: 'studio' }, [ulm]],
    [{ studio: 'https://a.example#unknown', scope: 'studio' }, []],
    [{ studio: ulm, scope: 'chain' }, [munich, ulm]],
    [{ studios: [wien, 'https://a.example#unknown'] }, [wien]],
    [{ studios: 'all' }, [munich, ulm, wien]],
  ])('asks the studios of %j', async (where, studios) => {
    const { search, indexed } = session({ matches: {} });
    await search(number, where);
    expect(indexed).toEqual([studios]);
  });

  it('leaves out who was found in a studio that is not searched', async () => {
    const { search, asked } = session({ seen: [anna], matches: {} });
    expect(await search(number, { studio: ulm, scope: 'studio' })).toMatchObject({ value: { hits: [] } });
    expect(asked).toEqual([]);
  });

  it("reads a number without country code in the form of the studio's country", async () => {
    const spanish: Customer = { id: '1', status: 'MEMBER', accessRefused: false, phones: ['612 345 678'] };
    const found = { seen: [spanish], matches: { exact: [{ ...ref('1'), country: 'ES' }] } };
    expect(await session(found).search('+34 612 345 678')).toMatchObject({
      value: { hits: [{ matchedBy: 'phone' }] },
    });
  });

  it('asks for the balance of the only candidate at the same time, and keeps it once proved', async () => {
    const { search, events } = session({ now: [hit(anna)], matches: { exact: [ref('1')] } });
    await search(number);
    expect(events).toEqual(['balances 1', 'customer 1', 'kept 1']);
  });

  it.each<[string, Given, string[]]>([
    ['is not proved', { now: [], matches: { exact: [ref('1')] } }, ['balances 1', 'customer 1']],
    ['has moved', { now: [at(ulm, anna)], matches: { exact: [ref('1')] } }, ['balances 1', 'customer 1']],
    [
      'may not be the only one',
      { now: [hit(anna)], matches: { exact: [ref('1')], isComplete: false } },
      ['customer 1'],
    ],
    ['only ends alike', { now: [hit(anna)], matches: { uncertain: [ref('1')] } }, ['customer 1']],
  ])('keeps no balance of a customer who %s', async (_what, given, expected) => {
    const { search, events } = session(given);
    await search(number);
    expect(events).toEqual(expected);
  });

  it('finds digits that may be a card in the index', async () => {
    expect(await session({ matches: { exact: [ref('1')] } }).isNumber('08912345678')).toBe(true);
    expect(await session({ matches: { uncertain: [ref('1')] } }).isNumber('08912345678')).toBe(false);
  });

  it('is not asked more often than an agent asks, and a card is then still a card', async () => {
    const { search, isNumber, indexed } = session({ matches: { exact: [ref('1')] }, allows: () => false });
    expect(await search(number)).toMatchObject({ problem: { kind: 'tooManyCalls' } });
    expect(await isNumber('08912345678')).toBe(false);
    expect(indexed).toEqual([]);
  });
});
