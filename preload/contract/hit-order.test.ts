import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Customer } from './domain';
import { compareNames, inDisplayOrder } from './hit-order';

const hit = (id: string, change: Partial<Customer> = {}, studio = 'https://a.example#1') => ({
  customer: {
    id,
    status: 'MEMBER',
    accessRefused: false,
    lastName: 'Bullock',
    firstName: 'Edgar',
    ...change,
  },
  studio,
});
const ids = (hits: ReturnType<typeof hit>[]) => inDisplayOrder(hits).map(({ customer }) => customer.id);

it('members come before former ones and prospects, whatever their names', () => {
  const hits = [
    hit('prospect', { status: 'PROSPECT', lastName: 'Aa' }),
    hit('former', { status: 'FORMER_MEMBER', lastName: 'Aa' }),
    hit('unknown', { status: 'FROZEN', lastName: 'Aa' }),
    hit('member', { lastName: 'Zz' }),
  ];
  expect(ids(hits)).toEqual(['member', 'unknown', 'former', 'prospect']);
});

it('the order does not depend on which studio answers first', () => {
  const hits = [
    hit('1', { number: '1-12345' }, 'https://b.example#3'),
    hit('1', { number: '1-12345' }, 'https://a.example#1'),
    hit('2', { number: '1-12345', secondFirstName: 'Thomas' }),
    hit('3', { number: '1-12344' }),
  ];
  expect(inDisplayOrder(hits)).toEqual(inDisplayOrder(hits.toReversed()));
  expect(ids(hits)).toEqual(['3', '1', '1', '2']);
});

it('names are in the order of the German collation', () => {
  const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });
  const letter = fc.constantFrom(..."aAbzZ  ä\u00dfŁłóřğ-'.,19\u0301\u00ad\u200b中");
  const name = fc.oneof(fc.string({ unit: letter }), fc.string({ unit: 'binary' }));
  const pair = fc.oneof(
    fc.tuple(name, name),
    fc.tuple(name, name, name).map(([start, ...ends]) => ends.map((end) => start + end)),
  );
  fc.assert(
    fc.property(pair, ([a = '', b = '']) => {
      expect(Math.sign(compareNames(a, b))).toBe(collator.compare(a, b));
    }),
    { numRuns: 2_000 },
  );
});
