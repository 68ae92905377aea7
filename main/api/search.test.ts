import { describe, expect, it } from 'vitest';
import type { Reading } from '../../preload/contract/domain';
import { search } from './search';
import { ask, FakeApi, idsOf, person } from './search-fake';

const edgar = person('1001', 'Edgar', 'Bullock', { secondFirstName: 'Thomas' });
const jan = person('7', 'Jan', 'van der Berg');

describe('digits', () => {
  it('are a date of birth when they are no number of a customer', async () => {
    const api = new FakeApi([edgar]);
    const reading: Reading = { kind: 'digits', digits: '04051952', date: '1952-05-04' };
    expect(await ask(api, reading)).toMatchObject({
      value: {
        matches: [{ matchedBy: 'dateOfBirth' }],
        tried: ['customerNumber', 'cardNumber', 'dateOfBirth'],
      },
    });
  });

  it('are an ID first, and a match ends the search', async () => {
    const api = new FakeApi([edgar]);
    expect(await ask(api, { kind: 'digits', digits: '1001' })).toEqual({
      ok: true,
      value: { matches: [{ customer: edgar, matchedBy: 'id' }], tried: ['id'] },
    });
    expect(api.asked).toEqual(['id 1001']);
  });

  it('are then a customer number, then a card number, and a miss lists what was tried', async () => {
    const api = new FakeApi([]);
    expect(await ask(api, { kind: 'digits', digits: '42' })).toEqual({
      ok: true,
      value: { matches: [], tried: ['id', 'customerNumber', 'cardNumber'] },
    });
    expect(api.asked).toEqual(['id 42', 'customerNumber 42', 'cardNumber 42 DECIMAL']);
  });

  it.each(['007', '9223372036854775808'])(
    'that cannot be an int64 id are not asked for as one: %s',
    async (digits) => {
      const api = new FakeApi([]);
      await ask(api, { kind: 'digits', digits });
      expect(api.asked[0]).toBe(`customerNumber ${digits}`);
    },
  );

  it('continue after an ID of another studio, which is reported when nobody else is found', async () => {
    const other = { 'id 55': 'forbiddenOtherStudio' } as const;
    expect(idsOf(await ask(new FakeApi([], other), { kind: 'digits', digits: '55' }))).toBe(
      'forbiddenOtherStudio',
    );
    const mine = person('9', 'Ida', 'Holm', { number: '55' });
    expect(idsOf(await ask(new FakeApi([mine], other), { kind: 'digits', digits: '55' }))).toEqual(['9']);
  });

  it('are then a customer number in another spelling, which is said', async () => {
    const mine = person('9', 'Ida', 'Holm', { number: '1-12345' });
    const api = new FakeApi([mine]);
    const spellings = ['1-12345', 'M-112345'];
    expect(await ask(api, { kind: 'digits', digits: '112345', spellings })).toMatchObject({
      value: { matches: [{ matchedBy: 'customerNumber', typed: '112345' }] },
    });
    expect(api.asked.slice(3)).toEqual(['customerNumber 1-12345']);
  });

  it('are asked as typed first, and in other spellings only in the second round of many studios', async () => {
    const part = async (which: 'typed' | 'guessed') => {
      const api = new FakeApi([]);
      const reading: Reading = {
        kind: 'digits',
        digits: '112345',
        spellings: ['1-12345'],
        date: '2023-11-01',
      };
      await search(api, reading, 'studio', new AbortController().signal, { part: which });
      return api.asked;
    };
    expect(await part('typed')).toEqual(['id 112345', 'customerNumber 112345', 'cardNumber 112345 DECIMAL']);
    expect(await part('guessed')).toEqual(['customerNumber 1-12345', '{"dateOfBirth":"2023-11-01"}']);
  });

  it('end at a failure, which is not reported as a miss', async () => {
    const api = new FakeApi([], { 'id 55': 'unavailable' });
    expect(idsOf(await ask(api, { kind: 'digits', digits: '55' }))).toBe('unavailable');
    expect(api.asked).toEqual(['id 55']);
  });
});

describe('a customer number with letters', () => {
  const reading: Reading = { kind: 'by', field: 'customerNumber', value: 'M-2076', otherwise: 'M2076' };

  it('is asked with a hyphen, and without one when nobody has it', async () => {
    const api = new FakeApi([person('9', 'Ida', 'Holm', { number: 'M2076' })]);
    expect(idsOf(await ask(api, reading))).toEqual(['9']);
    expect(api.asked).toEqual(['customerNumber M-2076', 'customerNumber M2076']);
  });

  it('is asked once when it is found', async () => {
    const api = new FakeApi([person('9', 'Ida', 'Holm', { number: 'M-2076' })]);
    expect(idsOf(await ask(api, reading))).toEqual(['9']);
    expect(api.asked).toEqual(['customerNumber M-2076']);
  });
});

describe('names', () => {
  const name = (...words: string[]): Reading => ({ kind: 'name', words });

  it.each([
    [['edgar', 'bullock']],
    [['bullock', 'edgar']],
    [['bullock']],
    [['edg']],
    [['bullock', 'thomas', 'edgar']],
    [['edgar', 'thomas', 'bullock']],
  ])('%j finds Edgar Thomas Bullock', async (words) => {
    expect(idsOf(await ask(new FakeApi([edgar, jan]), name(...words)))).toEqual(['1001']);
  });

  it('of three or more words match a last name of several words', async () => {
    expect(idsOf(await ask(new FakeApi([edgar, jan]), name('jan', 'van', 'der', 'berg')))).toEqual(['7']);
  });

  it('match two last names or two first names when no other order matches', async () => {
    const maria = person('8', 'María José', 'García', { secondLastName: 'Núñez' });
    expect(idsOf(await ask(new FakeApi([maria, edgar]), name('garcía', 'nunez')))).toEqual(['8']);
    expect(idsOf(await ask(new FakeApi([maria, edgar]), name('maría', 'jose')))).toEqual(['8']);
    const both: Reading = { kind: 'lastFirst', lastName: 'García Núñez', firstName: 'María José' };
    expect(idsOf(await ask(new FakeApi([maria, edgar]), both))).toEqual(['8']);
  });

  it('match with ß or ss, ł or l, ü or ue', async () => {
    const hans = person('3', 'Hans', 'Strauß', { secondFirstName: 'Włodek', secondLastName: 'Müller' });
    for (const words of [
      ['hans', 'strauss', 'mueller'],
      ['hans', 'wlodek', 'strauß'],
      ['strauß', 'muller', 'hans'],
    ])
      expect(idsOf(await ask(new FakeApi([hans]), name(...words))), words.join(' ')).toEqual(['3']);
  });

  it('exclude customers who lack one of three words', async () => {
    expect(idsOf(await ask(new FakeApi([edgar]), name('edgar', 'karl', 'bullock')))).toEqual([]);
  });

  it('list a customer once who matches in both orders', async () => {
    const twin = person('5', 'Karl', 'Karlson');
    expect(idsOf(await ask(new FakeApi([twin]), name('karl')))).toEqual(['5']);
  });
});

describe('a name in another spelling', () => {
  const people = [
    person('1', 'Jürgen', 'Müller'),
    person('2', 'Jurgen', 'Mueller'),
    person('3', 'Anna-Lena', 'Groß'),
    person('4', 'Annalena', 'Gross'),
    person('5', 'Sinéad', 'O’Neil'),
    person('6', 'Łucja', 'Nowak'),
    person('7', 'José', 'Núñez'),
  ];

  it.each([
    [['Müller'], ['2', '1']],
    [['Mueller'], ['2', '1']],
    [
      ['mueller', 'jürgen'],
      ['1', '2'],
    ],
    [['jürgen', 'müller'], ['1']],
    [['Muller'], ['2', '1']],
    [['MUELLER'], ['2', '1']],
    [['Groß'], ['3', '4']],
    [['Gross'], ['3', '4']],
    [['Anna-Lena'], ['3', '4']],
    [
      ['Anna', 'Lena', 'Groß'],
      ['3', '4'],
    ],
    [["O'Neil"], ['5']],
    [['O’Neil', 'Sinéad'], ['5']],
    [['Łucja'], ['6']],
    [['José'], ['7']],
  ])('%j finds %j', async (words, ids) => {
    const found = idsOf(await ask(new FakeApi(people), { kind: 'name', words }));
    expect([...found].sort()).toEqual([...ids].sort());
  });

  it('is compared with the part after its first hyphen', async () => {
    expect(idsOf(await ask(new FakeApi(people), { kind: 'name', words: ['Anna-Maria'] }))).toEqual([]);
  });

  it('costs two requests for one word without umlauts', async () => {
    const api = new FakeApi([edgar]);
    await ask(api, { kind: 'name', words: ['Bullock'] });
    expect(api.asked).toHaveLength(2);
  });

  it('is found with last and first name reversed', async () => {
    const found = await ask(new FakeApi([edgar]), {
      kind: 'lastFirst',
      lastName: 'Edgar',
      firstName: 'Bullock',
    });
    expect(idsOf(found)).toEqual(['1001']);
  });
});

describe('all studios', () => {
  it('end with a 403, which is about the key and not a miss', async () => {
    const api = new FakeApi([edgar], { search: 'forbidden', id: 'forbidden' });
    expect(idsOf(await ask(api, { kind: 'name', words: ['Bullock'] }, 'chain'))).toBe('forbidden');
    expect(idsOf(await ask(api, { kind: 'digits', digits: '1001' }, 'chain'))).toBe('forbidden');
    expect(api.asked.filter((each) => each.startsWith('customerNumber'))).toEqual([]);
  });
});
