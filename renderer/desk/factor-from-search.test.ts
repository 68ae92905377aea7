import { expect, it } from 'vitest';
import type { SearchHit } from '../../preload/contract/domain';
import { factorFromSearch } from './factor-from-search';

const hit: SearchHit = {
  customer: { id: '1', status: 'MEMBER', accessRefused: false, dateOfBirth: '1952-05-04' },
  studio: 'https://a.example#1',
  matchedBy: 'name',
};

it('is what the search matched, or the date of birth beside a name', () => {
  expect(factorFromSearch({ ...hit, matchedBy: 'email' }, undefined)).toBe('email');
  expect(factorFromSearch(hit, { kind: 'name', words: ['a'], date: '1952-05-04' })).toBe('dateOfBirth');
  expect(factorFromSearch(hit, { kind: 'name', words: ['a'], date: '1952-05-05' })).toBeUndefined();
  expect(factorFromSearch(hit, { kind: 'name', words: ['a'] })).toBeUndefined();
});

it('is nothing for a similar address or a guessed number', () => {
  expect(factorFromSearch({ ...hit, matchedBy: 'email', distance: 1 }, undefined)).toBeUndefined();
  expect(
    factorFromSearch({ ...hit, matchedBy: 'customerNumber', typed: '112345' }, undefined),
  ).toBeUndefined();
});
