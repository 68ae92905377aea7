import { describe, expect, it } from 'vitest';
import type { Booking } from '../../preload/contract/domain';
import { nextDueOf, overdueOf, unknownDue } from './due-amounts';

const today = '2026-11-28';
let ids = 0;

/** @param open `null` for an open amount that was not sent */
function booking(dueDate: string, amount: string, open: string | null = amount, currency = 'EUR'): Booking {
  ids += 1;
  return {
    id: String(ids),
    dueDate,
    amount: { amount, currency },
    ...(open !== null && { openAmount: { amount: open, currency } }),
    installmentPlan: false,
  };
}

describe('open and overdue', () => {
  it('is the exact sum of positive open amounts by currency, with the earliest date', () => {
    const { sums, count, oldest, unknown } = overdueOf(
      [
        booking('2026-11-01', '0.10'),
        booking('2026-10-01', '0.20'),
        booking('2026-09-01', '31.50', '31.50', 'CHF'),
        booking('2026-08-01', '29.90', '0.00'),
        booking('2026-07-01', '29.90', null),
      ],
      today,
    );
    expect(sums).toEqual([
      { amount: '0.30', currency: 'EUR' },
      { amount: '31.50', currency: 'CHF' },
    ]);
    expect({ count, oldest, unknown }).toEqual({ count: 3, oldest: '2026-09-01', unknown: 1 });
  });

  it('never nets a negative open amount', () => {
    const bookings = [booking('2026-11-01', '20'), booking('2026-10-01', '-5')];
    const { sums, count, negative } = overdueOf(bookings, today);
    expect(sums).toEqual([{ amount: '20', currency: 'EUR' }]);
    expect({ count, negative }).toEqual({ count: 1, negative: 1 });
  });

  it('includes what the API calls past, whatever the day of the desk', () => {
    const { count, oldest } = overdueOf([booking(today, '20')], today);
    expect({ count, oldest }).toEqual({ count: 1, oldest: today });
  });

  it('includes upcoming bookings whose day is over', () => {
    const upcoming = [booking('2026-11-27', '5'), booking(today, '7'), booking('soon', '9')];
    expect(overdueOf([booking('2026-11-01', '20')], today, upcoming).sums).toEqual([
      { amount: '25', currency: 'EUR' },
    ]);
  });

  it('does not include what is due today or later', () => {
    expect(overdueOf([], today, [booking(today, '20'), booking('2026-11-29', '5', null)])).toEqual({
      sums: [],
      bookings: [],
      count: 0,
      unknown: 0,
      negative: 0,
    });
  });

  it.each(['soon', '2026-13-45', '', '9999999-99-99'])(
    'counts a booking that is due on %j, without a date',
    (dueDate) => {
      const { count, oldest } = overdueOf([booking(dueDate, '20')], today);
      expect({ count, oldest }).toEqual({ count: 1, oldest: undefined });
      expect(nextDueOf([booking(dueDate, '20')], today)).toBeUndefined();
    },
  );
});

describe('next due', () => {
  it('is everything of the first day, by currency', () => {
    expect(
      nextDueOf(
        [
          booking('2027-01-01', '29.90'),
          booking('2026-12-01', '29.90'),
          booking('2026-12-01', '5.005'),
          booking('2026-12-01', '9', '9', 'CHF'),
        ],
        today,
      ),
    ).toEqual({
      date: '2026-12-01',
      sums: [
        { amount: '34.905', currency: 'EUR' },
        { amount: '9', currency: 'CHF' },
      ],
      count: 3,
    });
  });

  it('can be today, and is not before', () => {
    expect(nextDueOf([booking('2026-11-27', '1'), booking(today, '2')], today)?.date).toBe(today);
  });

  it('is the amount where no open amount was sent, and leaves out what is settled or a credit', () => {
    const next = nextDueOf(
      [booking('2026-12-01', '29.90', '0.00'), booking('2026-12-02', '-5'), booking('2026-12-03', '7', null)],
      today,
    );
    expect(next).toEqual({ date: '2026-12-03', sums: [{ amount: '7', currency: 'EUR' }], count: 1 });
  });

  it('is nothing without bookings ahead', () => {
    expect(nextDueOf([], today)).toBeUndefined();
    expect(nextDueOf([booking('soon', '5')], today)).toBeUndefined();
  });
});

it('counts upcoming bookings whose amount or date is not known', () => {
  const { amount: _, ...withoutAmount } = booking('2026-12-01', '5', null);
  expect(unknownDue([withoutAmount, booking('soon', '5'), booking('2026-12-01', '5', null)])).toBe(2);
});
