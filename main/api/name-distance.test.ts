import { expect, it } from 'vitest';
import type { Customer } from '../../preload/contract/domain';
import { hasHomophone, nameDistance, soundOf, spokenWords } from './name-distance';

const person = (firstName: string, lastName: string): Customer => ({
  id: '1',
  status: 'MEMBER',
  accessRefused: false,
  firstName,
  lastName,
});

it.each([
  ['meier', ['maier', 'meyer', 'mayer', 'mayr', 'mair']],
  ['schmidt', ['schmitt', 'schmid', 'schmit']],
  ['kusnezow', ['kuznetsov', 'kuznezov']],
  ['tschakir', ['czakir', 'chakir']],
  ['philipp', ['filip', 'philip']],
])('%s sounds like %j', (name, others) => {
  for (const other of others) expect(soundOf(other), other).toBe(soundOf(name));
});

it('is 0 for words that begin parts of a name, in any order and spelling', () => {
  expect(nameDistance(person('Jürgen', 'von der Heide'), spokenWords(['heid', 'juergen']))).toBe(0);
});

it('grows with the letters that differ', () => {
  const edgar = person('Edgar', 'Bullock');
  const bulock = nameDistance(edgar, spokenWords(['bulock'])) ?? Number.NaN;
  const bolock = nameDistance(edgar, spokenWords(['bolock'])) ?? Number.NaN;
  expect(bulock).toBeGreaterThan(0);
  expect(bolock).toBeGreaterThan(bulock);
});

it('is undefined for another name', () => {
  const edgar = person('Edgar', 'Bullock');
  expect(nameDistance(edgar, spokenWords(['schneider']))).toBeUndefined();
  expect(nameDistance(edgar, spokenWords(['edgar', 'schneider']))).toBeUndefined();
  // A short word is similar to too many names.
  expect(nameDistance(person('Ida', 'Ott'), spokenWords(['aba']))).toBeUndefined();
});

it('counts each part of a name once', () => {
  expect(nameDistance(person('Karl', 'Weber'), spokenWords(['karl', 'karla']))).toBeUndefined();
});

it('compares a bounded part of names that an answer made long', () => {
  const long = person('b c '.repeat(200), `${'x'.repeat(60)} Bullock`);
  expect(nameDistance(long, spokenWords(['bulock']))).toBeUndefined();
  expect(nameDistance(person('a', 'x'.repeat(500)), spokenWords(['y'.repeat(500)]))).toBeUndefined();
});

it('ignores a word that is another fact of the row', () => {
  const isFact = (_: Customer, word: string) => word === 'munich';
  expect(nameDistance(person('Edgar', 'Bullock'), spokenWords(['bulock', 'munich']), isFact)).toBeGreaterThan(
    0,
  );
  expect(nameDistance(person('Edgar', 'Bullock'), spokenWords(['munich']), isFact)).toBeUndefined();
});

it.each(['Meyer', 'schmitt', 'stephan', 'ahmad'])('%s has another common spelling', (name) => {
  expect(hasHomophone(name)).toBe(true);
});

it('an uncommon name has no other common spelling', () => {
  expect(hasHomophone('bullock')).toBe(false);
});
