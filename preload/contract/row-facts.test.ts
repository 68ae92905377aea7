import { expect, it } from 'vitest';
import type { Customer } from './domain';
import { factMatcher } from './row-facts';

const customer: Customer = {
  id: '1',
  status: 'FORMER_MEMBER',
  accessRefused: true,
  dateOfBirth: '1970-03-12',
  zipCode: '86150',
  city: 'Bad Tölz',
};

it.each([
  '1970',
  '12.3.',
  '12.03',
  '12/3',
  '3/12',
  '3.1970',
  '86150',
  '861',
  'tölz',
  'toel',
  'bad',
  'former',
  'ehem',
  'ehemalige',
  'blocked',
  'gesperrt',
  'Mitte',
])('%s is a fact of the row', (word) => {
  expect(factMatcher(word)(customer, 'Fit & Fun Mitte')).toBe(true);
});

it.each([
  '1971',
  '3.12.',
  '12.4.',
  '70',
  '86151',
  '86',
  'to',
  'augsburg',
  'member',
  'mitglied',
  'prospect',
  'west',
])('%s is none', (word) => {
  expect(factMatcher(word)(customer, 'Fit & Fun Mitte')).toBe(false);
});

it('nothing is a fact of a customer without facts', () => {
  const bare: Customer = { id: '1', status: 'NEW_STATUS', accessRefused: false };
  for (const word of ['1970', '12.3.', '86150', 'munich', 'former', 'blocked'])
    expect(factMatcher(word)(bare)).toBe(false);
});
