import { describe, expect, it } from 'vitest';
import { isTelephone, phoneComparer } from './phone-numbers';

const comparePhones = (typed: string, stored: readonly string[], countries: (string | undefined)[]) =>
  phoneComparer(typed)(stored, countries);

describe('a telephone number is the same', () => {
  it.each([
    ['+49 170 1234567', '0170 1234567'],
    ['0170/1234567', '+49 (0)170 1234567'],
    ['0049 170 1234567', '0170-123 45 67'],
    ['01701234567', '+49 170 1234567'],
    ['+49 0 170 1234567', '0170.1234567'],
    ['030 901820', '+49 30 90 18 20'],
    ['030 901820', '+49 30 901820 ext. 5'],
    ['030 901820', '030/901820 Durchwahl 5'],
    ['030 901820 DW. 5', '+49 30 901820'],
    ['tel:+49-170-1234567'.slice(4), '00491701234567'],
  ])('%s and %s', (typed, stored) => {
    expect(comparePhones(typed, ['0151 000000', stored], ['DE'])).toBe('phone');
  });

  it.each([
    ['AT', '0664 1234567', '+43 664 1234567'],
    ['CH', '079 123 45 67', '+41 79 1234567'],
    ['FR', '06 12 34 56 78', '+33 6 12 34 56 78'],
    ['ES', '612 345 678', '+34 612 345 678'],
  ])('in the form of %s: %s and %s', (country, typed, stored) => {
    expect(comparePhones(typed, [stored], [country])).toBe('phone');
  });
});

it('is uncertain when only the last digits are the same', () => {
  // The customer lives in Germany, where 0664 is another area.
  expect(comparePhones('0664 1234567', ['+43 664 1234567'], ['DE'])).toBe('phoneEnding');
  expect(comparePhones('901820', ['+49 30 901820'], ['DE'])).toBe('phoneEnding');
});

it.each([
  ['+43 170 1234567', ['+49 170 1234567']],
  ['0170 1234568', ['+49 170 1234567']],
  ['4567', ['+49 170 1234567']],
  ['0170 1234567', []],
  ['0170 1234567', ['none', '', '7']],
  ['', ['+49 170 1234567']],
  // Too long for a telephone number.
  ['0170 1234567', [`+49 170${' '.repeat(40)}1234567`]],
])('%s is none of %j', (typed, stored) => {
  expect(comparePhones(typed, stored, ['DE', undefined])).toBeUndefined();
});

it('compares one number with customers of several countries', () => {
  const compare = phoneComparer('0664 1234567');
  const stored = ['+43 664 1234567'];
  expect(compare(stored, ['AT'])).toBe('phone');
  expect(compare(stored, ['DE'])).toBe('phoneEnding');
  expect(compare(stored, ['AT'])).toBe('phone');
});

it.each([
  ['01701234567', 'DE', true],
  ['015112345678', 'DE', true],
  ['004917012345678', 'DE', true],
  ['0049301234567', 'CH', true],
  ['06641234567', 'AT', true],
  ['0791234567', 'CH', true],
  ['07911123456', 'GB', true],
  ['06641234567', undefined, true],
  ['01701234567', 'US', true],
  // Landline numbers have the form of card numbers with leading zeros.
  ['0412233445', 'DE', false],
  ['0791234567', 'DE', false],
  ['0012345678', undefined, false],
  ['000000123456', undefined, false],
  ['0004523876', undefined, false],
])('digits alone, %s, are a telephone number in %s: %s', (digits, region, expected) => {
  expect(isTelephone(digits, region)).toBe(expected);
});
