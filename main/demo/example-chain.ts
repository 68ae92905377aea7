import { money } from './api-records';
import { regular } from './bookings';
import { movedTo } from './chains';
import { type Example, plainAccount, plainBookings } from './example';

/** Examples of customers of several studios, each with the number of their studio (`chains.ts`). */
export const chainExamples: Example[] = [
  {
    id: '1002',
    studio: 6,
    name: 'Edgar Bullock',
    shows: 'City Gym: the same ID as 1002 in the other chain, and the same customer number as 1001',
    record: {
      customerNumber: '1-12345',
      firstName: 'Edgar',
      lastName: 'Bullock',
      dateOfBirth: '1967-02-14',
      email: 'edgar.bullock@example.com',
      city: 'Berlin',
      zipCode: '10115',
      phonePrivate: '0221 4710-690',
    },
    account: { ...plainAccount, accountBalance: money('-19.90') },
    bookings: regular({ past: 8, upcoming: 3, open: 1 }),
  },
  member('9701', 1, 'Moved', 'Moved from Munich to Augsburg: Munich answers 404 for the account'),
  member('9702', 2, 'Slow studio', 'Augsburg answers every request after four seconds'),
  member('9703', 3, 'Busy studio', 'Ulm answers every request with 429'),
  member('9704', 4, 'Refused key', 'Nuremberg refuses its key with 401'),
  member('9705', 5, 'Studio without a key', 'Regensburg has no key on this desktop'),
];

function member(id: string, studio: number, name: string, shows: string): Example {
  return {
    id,
    studio,
    name,
    shows,
    account: { ...plainAccount, accountBalance: money('-29.90') },
    bookings: plainBookings,
    ...(id in movedTo && { fault: { on: 'account', how: 'notFound' } as const }),
  };
}
