import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../preload/contract/domain';
import { inOrder, timelineOf } from './timeline';

const booking = (id: string, dueDate: string, more: Partial<Booking> = {}): Booking => ({
  id,
  dueDate,
  installmentPlan: false,
  ...more,
});
const ready = (value: Booking[]) => ({ content: { state: 'ready' as const, value, asOf: 0 } });
const open = { openAmount: { amount: '29.90', currency: 'EUR' } };
const all = { overdueFirst: false, filter: 'all', query: '' } as const;

it('what is due today stands below the line of today, above the past', () => {
  const upcoming = ready([booking('a', '2026-12-01'), booking('b', '2026-11-28')]);
  const past = ready([booking('c', '2026-11-01')]);
  const rows = timelineOf(past, upcoming, all, '2026-11-28');
  expect(rows.upcoming.map(({ key }) => key)).toEqual(['upcoming a']);
  expect(rows.past.map(({ key }) => key)).toEqual(['upcoming b', 'past c']);
});

describe('filters', () => {
  const upcoming = ready([booking('later', '2026-12-01', open), booking('today', '2026-11-28', open)]);
  const past = ready([
    booking('paid', '2026-11-02', { openAmount: { amount: '0.00', currency: 'EUR' } }),
    booking('owed', '2026-11-01', { ...open, chargeType: 'MEMBERSHIP_CHARGE' }),
    booking('fee', '2026-10-01', { description: 'Rücklastschrift', chargeType: 'CHARGED_BACK_FEE' }),
    booking('flat', '2026-09-01', { description: 'Fee of the sauna', chargeType: 'FLAT_FEE' }),
    booking('new', '2026-08-01', { chargeType: 'SOMETHING_NEW' }),
  ]);
  const keys = (choice: Partial<Parameters<typeof timelineOf>[2]>) =>
    inOrder(timelineOf(past, upcoming, { ...all, ...choice }, '2026-11-28')).map(({ booking: { id } }) => id);

  it('"open" shows what is due and open, not what is due later', () =>
    expect(keys({ filter: 'open' })).toEqual(['today', 'owed']));

  it('"fees" goes by the charge type, never by the description', () =>
    expect(keys({ filter: 'fees' })).toEqual(['fee']));

  it('a search and the order apply within a filter', () => {
    expect(keys({ query: 'ruecklast' })).toEqual(['fee']);
    expect(keys({ filter: 'open', query: '29,90 €', overdueFirst: true })).toEqual(['owed', 'today']);
    expect(keys({ filter: 'fees', query: 'sauna' })).toEqual([]);
  });

  it('counts what each filter shows of the loaded bookings, and knows whether there are charge types', () => {
    const { counts, knowsFees } = timelineOf(past, upcoming, { ...all, query: 'sauna' }, '2026-11-28');
    expect(counts).toEqual({ all: 7, open: 2, fees: 1 });
    expect(knowsFees).toBe(true);
    expect(timelineOf(ready([]), upcoming, all, '2026-11-28').knowsFees).toBe(false);
  });
});
