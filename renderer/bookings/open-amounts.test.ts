import { expect, it } from 'vitest';
import { bookingSums } from './open-amounts';

it('sums open amounts exactly, each currency apart', () => {
  const open = (amount: string, currency: string) => ({
    id: amount,
    dueDate: '2026-01-01',
    installmentPlan: false,
    openAmount: { amount, currency },
  });
  const silent = { id: '9', dueDate: '2026-01-01', installmentPlan: false };
  const bookings = [open('0.10', 'EUR'), open('0.20', 'EUR'), open('5', 'CHF'), open('0.00', 'EUR'), silent];
  expect(bookingSums(bookings)).toMatchObject({
    open: [
      { amount: '0.30', currency: 'EUR' },
      { amount: '5', currency: 'CHF' },
    ],
    withoutOpen: 1,
  });
});
