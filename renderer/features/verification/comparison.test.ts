import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../preload/contract/domain';
import { verificationFactors } from '../../../preload/contract/preferences';
import { matchingFactors } from './comparison';

const customer: Customer = {
  id: '1',
  status: 'MEMBER',
  accessRefused: false,
  number: '1-12345',
  dateOfBirth: '1952-05-04',
  email: 'Jörg.Example@email.com',
  street: 'Königstraße',
  houseNumber: '89 a',
  zipCode: '12133',
  city: 'München',
};

/** Stands for the search box, whose reading of dates has its own tests. */
const datesOf = (text: string) => (text === '4.5.1952' ? ['1952-05-04'] : []);

const given = (text: string, of = customer) => matchingFactors(text, of, verificationFactors, datesOf);

describe('what a caller says', () => {
  it.each([
    ['4.5.1952', ['dateOfBirth']],
    ['12133', ['postcode']],
    ['12133 München', ['postcode']],
    ['1-12345', ['customerNumber']],
    ['1 12345', ['customerNumber']],
    ['konigstr. 89A', ['address']],
    ['KÖNIGSTRASSE 89a, 12133 munchen', ['postcode', 'address']],
    [' jorg.example@EMAIL.com ', ['email']],
    ['5.5.1952', []],
    ['1213', []],
    ['12345', []],
    ['München', []],
    ['Königstraße', []],
    ['89', []],
    ['', []],
    ['-', []],
  ] as const)('%j gives %j', (text, factors) => {
    expect(given(text)).toEqual(factors);
  });

  it('gives nothing of a record that lacks the data', () => {
    for (const text of ['4.5.1952', '12133', '1', 'undefined', ' '])
      expect(given(text, { id: '1', status: 'MEMBER', accessRefused: false })).toEqual([]);
  });

  it('counts only for the factors of the policy', () => {
    expect(matchingFactors('12133', customer, ['dateOfBirth'], datesOf)).toEqual([]);
  });
});

it('a placeholder in the record is equal to nothing', () => {
  const bare = {
    ...customer,
    zipCode: '-',
    street: '-',
    houseNumber: '.',
    number: '–',
    email: '-',
    city: 'Y',
  };
  for (const text of ['weiß nicht.', 'hallo ', ' hallo', '-', '1Y', 'Y'])
    expect(given(text, bare), text).toEqual([]);
});
