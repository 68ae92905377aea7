import { fullRecord } from '../../main/demo/full-customer-record';
import { munich } from '../saved-studios';

/** A customer with every field as JSON writes it. @param prefix beginning of the last name */
export function fullCustomer(id: number, prefix: string): object {
  return { ...fullRecord(id, prefix, Number(munich.id)), id };
}

/** Bookings of a period, newest first, one per day. @param sign -1 for past bookings, 1 for upcoming ones */
export function bookings(count: number, sign: 1 | -1): object[] {
  const day = 24 * 60 * 60_000;
  return Array.from({ length: count }, (_, index) => {
    const dueDate = new Date(Date.now() + sign * (index + 1) * day).toISOString().slice(0, 10);
    return {
      id: (sign + 2) * 1_000_000 + index,
      dueDate,
      description: `Membership fee Flex 12, ${sign < 0 ? 'past' : 'upcoming'} ${index}`,
      amount: { amount: -((index % 70) + 0.99), currency: 'EUR' },
      openAmount: { amount: index % 9 === 0 ? 4.5 : 0, currency: 'EUR' },
      installmentPlan: index % 25 === 0,
    };
  });
}
