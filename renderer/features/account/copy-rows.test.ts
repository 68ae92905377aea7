import { expect, it } from 'vitest';
import type { Booking } from '../../../preload/contract/domain';
import { de } from '../../messages/de';
import { en } from '../../messages/en';
import { rowsAsTable, rowsAsText } from './copy-rows';

const english = { code: 'en', messages: en, locale: 'en-GB' } as const;
const german = { code: 'de', messages: de, locale: 'de-DE' } as const;
const customer = {
  id: '1001',
  status: 'MEMBER',
  accessRefused: false,
  firstName: 'Edgar',
  lastName: 'Bullock',
  number: '1-12345',
};
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const bookings: Booking[] = [
  {
    id: '1',
    dueDate: '2026-11-01',
    description: 'Premium, November',
    amount: eur('0.10'),
    openAmount: eur('0.10'),
    installmentPlan: true,
  },
  {
    id: '2',
    dueDate: '2026-10-01',
    description: '=HYPERLINK("x")',
    amount: eur('0.20'),
    openAmount: eur('0.00'),
    installmentPlan: false,
  },
  {
    id: '3',
    dueDate: '2026-09-01',
    amount: { amount: '1000', currency: 'CHF' },
    installmentPlan: false,
  },
];

it('a text names the customer and the exact sums, and says nothing of what is not open', () =>
  expect(rowsAsText({ customer, bookings }, english)).toBe(
    [
      'Edgar Bullock, No. 1-12345',
      '1 Nov 2026\tPremium, November\t€0.10\topen €0.10\tInstallment plan',
      '1 Oct 2026\t\'=HYPERLINK("x")\t€0.20',
      '1 Sept 2026\tNot supplied\tCHF\u00A01,000.00\topen: Not supplied',
      'Sum of 3 rows\t\t€0.30 + CHF\u00A01,000.00\topen €0.10',
    ].join('\n'),
  ));

it('a table has a decimal comma in German, and a sum of each currency', () =>
  expect(rowsAsTable({ customer, bookings }, german)).toBe(
    [
      'Edgar Bullock, Nr. 1-12345',
      'Fällig\tBeschreibung\tBetrag\tOffen\tWährung\tHinweis',
      '2026-11-01\tPremium, November\t0,10\t0,10\tEUR\tRatenplan',
      '2026-10-01\t\'=HYPERLINK("x")\t0,20\t0,00\tEUR\t',
      '2026-09-01\t\t1000\t\tCHF\t',
      'Summe\t\t0,30\t0,10\tEUR\t',
      'Summe\t\t1000\t\tCHF\t',
    ].join('\n'),
  ));

it('no part of a row is a formula or a cell of its own', () => {
  const hostile: Booking = {
    id: '1',
    dueDate: '=HYPERLINK("https://x.example","x")',
    description: '"=1+1',
    amount: { amount: '1', currency: 'X\t=1+1\n=2' },
    installmentPlan: false,
  };
  for (const rows of [rowsAsText, rowsAsTable]) {
    const [, , ...lines] = ['', ...rows({ customer, bookings: [hostile] }, english).split('\n')];
    for (const cell of lines.flatMap((line) => line.split('\t'))) expect(cell).not.toMatch(/^["=+@]/);
  }
  expect(rowsAsText({ customer, bookings: [hostile] }, english).split('\n')).toHaveLength(3);
});
