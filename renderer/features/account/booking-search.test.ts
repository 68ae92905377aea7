import { expect, it } from 'vitest';
import type { Booking } from '../../../preload/contract/domain';
import { bookingMatcher } from './booking-search';

const booking: Booking = {
  id: '1',
  dueDate: '2026-11-01',
  description: 'Mahngebühr Café, Rate 12',
  amount: { amount: '-1234.50', currency: 'EUR' },
  openAmount: { amount: '29.90', currency: 'EUR' },
  installmentPlan: false,
};

const finds = (query: string) => bookingMatcher(query)?.(booking);

it.each([
  'gebühr',
  'GEBUEHR cafe',
  'gebuhr',
  'rate 12',
  '29,90',
  '29.9',
  '€29.90',
  '29,90 €',
  '29.90 EUR',
  '29,90 Euro',
  '29',
  '1.234,50',
  '1,234.5',
  '1 234,50',
  '1’234.50',
  '1234.5',
  '1.234',
  '−1.234,50 €',
  '-€1,234.50',
  '2026-11-01',
  '01.11.2026',
  '1.11.',
  '1.11.26',
  '01/11/2026',
  '11/01/2026',
  '11.2026',
  '2026',
  '1 Nov 2026',
  '1. november',
  'café 29,90 €',
])('finds the booking by %s', (query) => expect(finds(query)).toBe(true));

it.each([
  'gebühren',
  '29,91',
  '2',
  '9',
  '-29.90',
  '29.90 CHF',
  '1.23',
  '12.345',
  '2.11.2026',
  '1.12.',
  '11.2025',
  '2025',
  '1 Dec',
  'café 30',
])('does not find it by %s', (query) => expect(finds(query)).toBe(false));

it('shows every booking for an empty text', () => {
  for (const query of ['', '  ', '\u00A0']) expect(bookingMatcher(query)).toBeUndefined();
});
