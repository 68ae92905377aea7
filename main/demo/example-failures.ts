import { type ErrorName, statusOf } from './error-body';
import { type Example, plainAccount, plainBookings } from './example';
import type { Fault } from './faults';

/** The statuses of the API page, and the failure each of them causes. */
const onTheAccount: readonly (readonly [how: ErrorName, shows: string])[] = [
  ['validation', 'with all 17 types of typed arguments'],
  ['authentication', 'as if the key had just been withdrawn'],
  ['scope', 'as for a key without the scope CUSTOMER_ACCOUNT_READ'],
  ['notFound', 'although the customer exists'],
  ['conflict', ''],
  ['rateLimit', 'a client may hold back this endpoint for a minute'],
  ['internal', ''],
  ['unavailable', 'every time; trying again does not help'],
];

export const failures: Example[] = [
  ...onTheAccount.map(([how, why]) => {
    const status = statusOf[how];
    const shows = `The account answers ${status}${why && `, ${why}`}`;
    return failing(`9${status}`, `${status} on the account`, shows, { on: 'balances', how });
  }),
  failing('9502', '502 with an HTML body', 'A gateway answers 502 for the account', balances('gatewayPage')),
  failing('9601', 'Slow account', 'The account answers after four seconds', balances('slow')),
  failing('9602', 'Sign-in page', 'A page of HTML with status 200 for the account', balances('signInPage')),
  failing('9603', 'No trace ID', '500 with `errorMessage` and no other field', balances('messageAlone')),
  failing('9604', 'Bookings fail', 'The account loads, both kinds of bookings answer 500', {
    on: 'bookings',
    how: 'internal',
  }),
  failing(
    '9605',
    'Wrong types',
    'The account answers 200 with fields of wrong types',
    balances('wrongTypes'),
  ),
  failing('9606', 'Markup in the error', '400 with markup in `errorMessage`', balances('markup')),
  failing('9607', 'Personal error', '500 that names the customer and their e-mail', balances('personal')),
  failing('9608', 'Cut-off account', 'Half of a JSON body with status 200', balances('truncated')),
  failing('9609', 'Dropped connection', 'The connection ends without an answer', balances('dropped')),
  failing('9610', 'Key in the error', '500 that repeats the API key it was sent', balances('keyEcho')),
  failing(
    '9611',
    '503 at first',
    'Every other request for the account answers 503, the first included',
    balances('everyOther'),
  ),
  ...onTheAccount.map(([how]) => {
    const status = statusOf[how];
    const fault: Fault = { on: 'all', how: how === 'scope' ? 'otherStudio' : how };
    const shows = `Every request under the customer's id answers ${status}`;
    return failing(`8${status}`, `${status} on everything`, shows, fault);
  }),
];

function balances(how: Fault['how']): Fault {
  return { on: 'balances', how };
}

function failing(id: string, name: string, shows: string, fault: Fault): Example {
  return { id, name, shows, account: plainAccount, bookings: plainBookings, fault };
}
