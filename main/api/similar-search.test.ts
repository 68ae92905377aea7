import { describe, expect, it } from 'vitest';
import type { Reading } from '../../preload/contract/domain';
import { fail, succeed } from '../../preload/contract/problem';
import type { CustomerQueries } from './client';
import { search } from './search';
import { ask, FakeApi, idsOf, person } from './search-fake';

describe('a similar name', () => {
  const people = [
    person('1', 'Edgar', 'Bullock', { city: 'Munich', dateOfBirth: '1952-05-04' }),
    person('2', 'Anna', 'von der Heide'),
    person('3', 'Şule', 'Öztürk'),
    person('4', 'Pablo', 'de la Fuente', { status: 'FORMER_MEMBER' }),
    person('5', 'Karl', 'zu Löwenstein'),
    person('6', 'Thomas', 'Schmitt', { city: 'Augsburg' }),
    person('7', 'Thomas', 'Schmidt'),
    person('8', 'Ida', 'Brandt', { email: 'ida.brandt@example.com' }),
  ];
  const find = async (reading: Reading) => {
    const outcome = await ask(new FakeApi(people), reading);
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    return outcome.value.matches.map(({ customer, distance }) => [customer.id, distance !== undefined]);
  };

  it.each([
    [['bulock'], '1'],
    [['edgar', 'bulock'], '1'],
    [['edgra', 'bullock'], '1'],
    [['schmitd'], '6'],
  ])('%j is found as similar', async (words, id) => {
    expect(await find({ kind: 'name', words })).toContainEqual([id, true]);
  });

  it.each([
    [['heide'], '2'],
    [['sule', 'ozturk'], '3'],
    [['fuente'], '4'],
    [['lowenstein'], '5'],
  ])('%j is the same name in another spelling or without its particle', async (words, id) => {
    expect(await find({ kind: 'name', words })).toEqual([[id, false]]);
  });

  it('is searched although somebody has this name, where another spelling is likely', async () => {
    expect(await find({ kind: 'name', words: ['schmidt'] })).toEqual([
      ['7', false],
      ['6', true],
    ]);
  });

  it('is searched when it is asked for', async () => {
    const near = [person('1', 'Ida', 'Brandl'), person('2', 'Ida', 'Brandner'), person('3', 'Ida', 'Brantl')];
    const found = async (similar: { similar?: true }) =>
      idsOf(await ask(new FakeApi(near), { kind: 'name', words: ['brandl'], ...similar }));
    expect(await found({})).toEqual(['1']);
    expect(await found({ similar: true })).toEqual(['1', '3', '2']);
  });

  it('costs three requests at most, and its failure leaves the miss a miss', async () => {
    const api = new FakeApi(people);
    await ask(api, { kind: 'name', words: ['bulock'] });
    expect(api.asked).toHaveLength(5);
    const asked = new FakeApi([]);
    const failing: CustomerQueries = {
      customer: asked.customer.bind(asked),
      customerBy: asked.customerBy.bind(asked),
      search: async (fields) =>
        (fields.lastName ?? fields.firstName ?? '').length < 5 ? fail({ kind: 'tooLarge' }) : succeed([]),
    };
    const outcome = await search(
      failing,
      { kind: 'name', words: ['bulock'] },
      'studio',
      new AbortController().signal,
    );
    expect(outcome).toEqual({ ok: true, value: { matches: [], tried: ['name'] } });
  });

  it('with a date of birth is found among those born that day', async () => {
    const byDate: CustomerQueries = {
      ...new FakeApi([]),
      customer: async () => fail({ kind: 'notFound' }),
      customerBy: async () => fail({ kind: 'notFound' }),
      search: async ({ lastName, firstName, dateOfBirth }) =>
        succeed(lastName || firstName ? [] : people.filter((each) => each.dateOfBirth === dateOfBirth)),
    };
    const reading: Reading = { kind: 'name', words: ['pullok'], date: '1952-05-04' };
    expect(await search(byDate, reading, 'studio', new AbortController().signal)).toMatchObject({
      value: { matches: [{ customer: { id: '1' } }] },
    });
  });

  it.each(['ida.brant@example.com', 'ida.brandt@exmaple.com', 'Ida.Brandt@example.com'])(
    'of an e-mail address: %s',
    async (email) => {
      const api = new FakeApi(people);
      const exact: CustomerQueries = {
        customer: api.customer.bind(api),
        customerBy: api.customerBy.bind(api),
        search: async (fields) =>
          fields.email === undefined
            ? api.search(fields)
            : succeed(people.filter((each) => each.email === fields.email)),
      };
      const outcome = await search(exact, { kind: 'email', email }, 'studio', new AbortController().signal);
      expect(idsOf(outcome)).toEqual(['8']);
    },
  );

  it('is found by words for the rest of its row', async () => {
    expect(await find({ kind: 'name', words: ['schmitt', 'augsburg'] })).toContainEqual(['6', false]);
    expect(await find({ kind: 'name', words: ['bullock', '1952'] })).toEqual([['1', false]]);
    expect(await find({ kind: 'name', words: ['bullock', '4.5.'] })).toEqual([['1', false]]);
    expect(await find({ kind: 'name', words: ['bullock', '1953'] })).toEqual([]);
    expect(await find({ kind: 'name', words: ['bullock', 'member'] })).toEqual([['1', false]]);
    expect(await find({ kind: 'name', words: ['bulock', 'munich'] })).toEqual([['1', true]]);
  });
});
