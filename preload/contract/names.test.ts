import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer, Reading, SearchHit } from './domain';
import { foldName } from './fold-name';
import { narrowed, wordsMatcher } from './names';

const person = (firstName: string, lastName: string, more: Partial<Customer> = {}): Customer => ({
  id: `${firstName} ${lastName}`,
  status: 'MEMBER',
  accessRefused: false,
  firstName,
  lastName,
  ...more,
});
const name = (...words: string[]): Reading => ({ kind: 'name', words });

describe('folding', () => {
  it.each([
    ['Müller', 'Mueller'],
    ['Müller', 'Muller'],
    ['STRAUSS', 'Strauß'],
    ['Łucja', 'lucja'],
    ["O'Neil", 'O’Neil'],
    ['ONeil', 'O’Neil'],
    ['Æbelø', 'aebeloe'],
    ['Şule', 'sule'],
    ['Zoë', 'Zo\u0065\u0308'],
  ])('takes %s and %s for one', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });
});

describe('a name matches its words', () => {
  it.each([
    ['Anna-Lena', 'Groß', ['annalena']],
    ['Annalena', 'Groß', ['anna-lena', 'gross']],
    ['Anna Lena', 'Groß', ['Anna-Lena']],
    ['Annalena', 'Groß', ['anna', 'lena']],
    ['Jan', 'van der Berg', ['vanderberg', 'jan']],
    ['Jan', 'van der Berg', ['berg']],
    ['Sinéad', "O'Neil", ['oneil']],
    ['Jörg', 'Müller', ['mue', 'jo']],
  ])('%s %s: %j', (first, last, words) => {
    expect(wordsMatcher(words)(person(first, last))).toBe(true);
  });

  it.each([
    ['Anna', 'Groß', ['lena']],
    ['Anna', 'Groß', ['annag', 'x']],
    ['Jan', 'Berg', ['bergx']],
  ])('%s %s: not %j', (first, last, words) => {
    expect(wordsMatcher(words)(person(first, last))).toBe(false);
  });
});

describe('narrowing', () => {
  const hits: SearchHit[] = [
    person('Edgar', 'Bullock', { dateOfBirth: '1952-05-04' }),
    person('Ann', 'Bullock'),
    person('Bull', 'Eder'),
  ].map((customer) => ({ customer, matchedBy: 'name', studio: 'https://a.example#1' }));
  const ids = (now: Reading, before: Reading = name('bul')) =>
    narrowed(hits, before, now)?.map(({ customer }) => customer.firstName);

  it.each([
    [name('bullo'), ['Edgar', 'Ann']],
    [name('bullock', 'e'), ['Edgar']],
    [name('e', 'bullock'), ['Edgar']],
    [name('bul', 'ed'), ['Edgar', 'Bull']],
    [{ kind: 'lastFirst', lastName: 'Bullock', firstName: 'A' }, ['Ann']],
    [{ kind: 'lastFirst', lastName: 'Ed', firstName: 'Bul' }, ['Bull']],
    [{ kind: 'name', words: ['bullock'], date: '1952-05-04' }, ['Edgar']],
    [name('bul', 'x'), []],
    [name('bo'), undefined],
    [name('edgar'), undefined],
    [{ kind: 'id', id: '1' }, undefined],
  ] as [Reading, string[] | undefined][])('to %j leaves %j', (now, left) => {
    expect(ids(now)).toEqual(left);
  });

  it('keeps a date and does not replace it', () => {
    const dated: Reading = { kind: 'name', words: ['bul'], date: '1952-05-04' };
    expect(narrowed(hits, dated, name('bullock'))).toBeUndefined();
    expect(narrowed(hits, dated, { kind: 'name', words: ['bullock'], date: '1952-05-05' })).toBeUndefined();
  });

  it('needs a separate new word for each old one', () => {
    expect(ids(name('anna'), name('an', 'an'))).toBeUndefined();
  });

  it('keeps the same customers as a new search in the same hits', () => {
    const typed = fc.tuple(
      fc.constantFrom('b', 'bul', 'bull', 'e', 'ed', 'a', 'an'),
      fc.constantFrom('', 'b', 'e', 'ed', 'ann', 'x'),
      fc.constantFrom('', 'l', 'lock', 'g', 'n'),
    );
    fc.assert(
      fc.property(typed, ([start, other, more]) => {
        const now = [start + more, other].filter(Boolean);
        const before = hits.filter(({ customer }) => wordsMatcher([start])(customer));
        expect(narrowed(before, name(start), name(...now))).toEqual(
          hits.filter(({ customer }) => wordsMatcher(now)(customer)),
        );
      }),
    );
  });

  it('never adds a customer', () => {
    const text = fc.stringMatching(/^[abdeglnrus]{1,4}$/);
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(text, { minLength: 1, maxLength: 3 }),
        (a, b) => {
          const left = narrowed(hits, name(...a), name(...b)) ?? [];
          for (const hit of left) expect(hits).toContain(hit);
        },
      ),
    );
  });
});

it('takes linear time for a name with very many parts', () => {
  const lastName = 'm '.repeat(200_000);
  const customer = { id: '1', status: 'MEMBER', accessRefusal: false, lastName } as never;
  // Joining the parts again for each one would take minutes.
  expect(wordsMatcher(['mmmmn'])(customer)).toBe(false);
  expect(wordsMatcher(['mmmm'])(customer)).toBe(true);
});
