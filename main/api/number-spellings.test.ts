import { expect, it } from 'vitest';
import { numberSpellings } from './number-spellings';

it.each([
  ['112345', [], ['1-12345']],
  ['112345', ['1-10877', '2-00419'], ['1-12345']],
  ['112345', ['12-3456'], ['1-12345', '11-2345']],
  ['2076', ['1-12345', 'M-4711'], ['M-2076']],
  ['12076', ['M-47110', 'K-47110'], ['1-2076', 'M-12076']],
  ['2076', [], []],
  ['2076', ['4711'], []],
  ['0012345', [], []],
  ['1234567890123', [], []],
])('%s, after customers with the numbers %j, can be %j', (digits, seen, spellings) => {
  expect(numberSpellings(digits, seen)).toEqual(spellings);
});

it('takes no free text of an answer for the form of a number', () => {
  expect(numberSpellings('12345', ['\u0000evil"x1-2345', `${'a'.repeat(40)}1-2345`])).toEqual(['1-2345']);
});
