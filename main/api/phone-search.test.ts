import { describe, expect, it } from 'vitest';
import type { Customer, SearchHit, Where } from '../../preload/contract/domain';
import { fail, type Problem, succeed } from '../../preload/contract/problem';
import { SeenCustomers } from '../privacy/seen-customers';
import { isTelephoneNumber, searchByPhone } from './phone-search';

const munich = 'https://a.example#1';
const person = (id: string, phone?: string): Customer => ({
  id,
  status: 'MEMBER',
  accessRefused: false,
  country: 'DE',
  ...(phone && { phones: [phone] }),
});
const hit = (customer: Customer): SearchHit => ({ customer, studio: munich, matchedBy: 'name' });

/** A session that has seen these customers; the API answers with `now`. */
function session(
  seen: Customer[],
  now: Customer[] = seen,
  problem?: Problem,
  { signal } = new AbortController(),
) {
  const customers = new SeenCustomers();
  customers.add(seen.map(hit));
  const asked: [string, Where][] = [];
  const lookUp = async (id: string, where: Where) => {
    asked.push([id, where]);
    if (problem) return fail(problem);
    const hits = now.filter((each) => each.id === id).map(hit);
    return succeed({ hits, tried: [] });
  };
  return {
    asked,
    search: (number: string) => searchByPhone(number, customers.all(), 'DE', signal, lookUp),
    customers,
  };
}

it('finds a customer of this session, and asks for that customer only', async () => {
  const { search, asked } = session([
    person('1', '+49 170 1234567'),
    person('2', '0151 2345678'),
    person('3'),
  ]);
  const outcome = await search('0170/1234567');
  expect(outcome).toMatchObject({
    ok: true,
    value: { hits: [{ customer: { id: '1' }, matchedBy: 'phone' }], tried: ['phone'] },
  });
  expect(asked).toEqual([['1', { studio: munich, scope: 'studio' }]]);
});

it('sends nothing when nobody of this session has the number', async () => {
  const { search, asked } = session([person('1', '+49 170 1234567')]);
  expect(await search('0170 7654321')).toEqual(succeed({ hits: [], tried: ['phone'] }));
  expect(asked).toEqual([]);
});

it('drops a customer whose number has changed since, and one whom the API no longer shows', async () => {
  const seen = [person('1', '0170 1234567'), person('2', '0170 1234567')];
  const { search } = session(seen, [person('1', '0170 7654321'), seen[1] as Customer]);
  expect(await search('0170 1234567')).toMatchObject({ value: { hits: [{ customer: { id: '2' } }] } });
  const gone = session(seen, [], { kind: 'forbiddenOtherStudio' });
  expect(await gone.search('0170 1234567')).toEqual(succeed({ hits: [], tried: ['phone'] }));
});

it('reports a failure instead of "nobody"', async () => {
  const { search } = session([person('1', '0170 1234567')], [], { kind: 'offline' });
  expect(await search('0170 1234567')).toEqual(fail({ kind: 'offline' }));
});

it('shows uncertain matches only when no number matches exactly', async () => {
  const [exact, ending] = [person('1', '030 901820'), person('2', '040 30901820')];
  expect(await session([exact, ending]).search('030 901820')).toMatchObject({
    value: { hits: [{ customer: { id: '1' }, matchedBy: 'phone' }] },
  });
  expect(await session([ending]).search('030 901820')).toMatchObject({
    value: { hits: [{ customer: { id: '2' }, matchedBy: 'phoneEnding' }] },
  });
});

it('takes digits that may be a card for a telephone number when a customer of this session has it', async () => {
  const running = new AbortController().signal;
  const { customers } = session([person('1', '+49 89 12345678')]);
  expect(await isTelephoneNumber('08912345678', customers.all(), 'DE', running)).toBe(true);
  expect(await isTelephoneNumber('08912345679', customers.all(), 'DE', running)).toBe(false);
});

describe('thousands of numbers that end alike', () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    person(String(index), `+49 89 ${1_000 + index}234567`),
  );

  it('leave main time for other events', async () => {
    const { search, customers } = session(many);
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
    const { signal } = new AbortController();
    expect(await isTelephoneNumber('0899999234567', customers.all(), 'DE', signal)).toBe(false);
    expect(events).toBeGreaterThan(bySearch);
    clearImmediate(next);
  });

  it('are no longer compared when the search was cancelled', async () => {
    const cancelling = new AbortController();
    const { search, asked } = session(
      [person('x', '0899999234567'), ...many],
      undefined,
      undefined,
      cancelling,
    );
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
