import type { CustomerRecord } from './api-records';
import { formerly, regular } from './bookings';
import { visits } from './check-ins';
import type { Example } from './example';
import { pictured, picturedPause } from './example-reference-account';

const bullock = named(1001, '1-12345', 'Edgar', 'Bullock', '1952-05-04', 'Munich', {
  secondFirstName: 'Thomas',
  secondLastName: 'Meyer',
  email: 'example@email.com',
  street: 'Am Bahnhof',
  houseNumber: '89',
  zipCode: '12133',
});

/** Example customers with names of their own; several share a name. */
export const people: Example[] = [
  {
    ...bullock,
    record: (today) => ({ ...bullock.record, ...picturedPause('1001', today) }),
    shows: 'The account of the design: below zero, dunned, in debt collection, two of 40 past bookings open',
    ...pictured('1001'),
    visits: visits([2, 5, 9, 12, 16, 20, 23, 27, 41, 60]),
  },
  {
    ...named(1002, '1-10877', 'Edgar', 'Bullock', '1981-11-19', 'Augsburg', { status: 'FORMER_MEMBER' }),
    shows: 'A former member of the same name, with no bookings ahead',
    bookings: formerly(regular({ past: 26, upcoming: 0 })),
  },
  {
    ...named(1003, '2-00419', 'Edgardo', 'Bullock-Meyer', '2003-02-02', 'Munich', {
      status: 'PROSPECT',
      phonePrivateMobile: '0171/39 20 003',
    }),
    shows: 'A prospect with a similar name and no bookings',
    bookings: regular({ past: 0, upcoming: 0 }),
  },
  {
    ...named(1004, '1-11902', 'Şule', 'Öztürk', '1994-07-30', 'Munich'),
    shows: 'Turkish letters',
  },
  {
    ...named(1005, '1-09114', 'Łucja', 'Nowak', '1988-12-13', 'Munich'),
    shows: 'Polish letters; there are more of this name',
  },
  {
    ...named(1006, '1-20001', 'Thomas', 'Müller', '1970-03-12', 'Munich'),
    shows: 'One of five of this name, told apart by number, birth date and city',
  },
  {
    ...named(1007, '1-20002', 'Thomas', 'Müller', '1999-08-25', 'Augsburg'),
    shows: 'Another one',
  },
  {
    ...named(1008, '1-20003', 'Thomas', 'Müller', '1970-03-12', 'Köln', { status: 'FORMER_MEMBER' }),
    shows: 'Even the birth date is that of 1006',
  },
  {
    ...named(1009, '1-20004', 'Thomas', 'Müller', undefined, 'Munich', { secondFirstName: 'Jörg' }),
    shows: 'The birth date is not supplied',
  },
  {
    ...named(1010, '1-20005', 'Thomas', 'Mueller', '1970-03-12', 'Munich'),
    shows: 'Written with "ue": found under that spelling alone',
  },
  {
    ...named(1011, '1-20006', 'María José', 'García', '1985-09-09', 'Madrid', {
      secondLastName: 'Núñez',
      country: 'ES',
      zipCode: '28013',
      street: 'Calle Mayor',
    }),
    shows: 'Two given names, two surnames',
  },
  {
    ...named(1021, 'M-2076', 'Greta', 'Sandberg', '1991-01-17', 'Munich', {
      phonePrivateMobile: '+49 (0)171 3920076',
      phonePrivate: '(030) 23125-076',
    }),
    shows: 'A customer number with a letter, and telephone numbers as people write them',
  },
];

function named(
  id: number,
  customerNumber: string,
  firstName: string,
  lastName: string,
  dateOfBirth: string | undefined,
  city: string,
  more: Partial<CustomerRecord> = {},
) {
  const home = city === 'Augsburg' ? '86150' : city === 'Köln' ? '50667' : '80331';
  const born = dateOfBirth === undefined ? {} : { dateOfBirth };
  const email = `${firstName}.${id}@example.com`
    .normalize('NFD')
    .replace(/[^\w.@-]/g, '')
    .toLowerCase();
  const record = { customerNumber, firstName, lastName, ...born, email, city, zipCode: home, ...more };
  return { id: String(id), name: `${firstName} ${lastName}`, record };
}
