import type { BookingPlan } from './bookings';
import type { Fault } from './faults';
import { Digits } from './json';
import { type DemoAccount, type DemoCustomer, money } from './model';
import { secrets } from './people';

/** A customer made to show one state; the single source of docs/demo.md and of what "demo" finds. */
export interface Example {
  id: string;
  /** The first name; the last name is "Demo", so that the ordinary search lists them all. */
  name: string;
  shows: string;
  account?: DemoAccount;
  bookings?: BookingPlan;
  fault?: Fault;
  customer?: Partial<DemoCustomer>;
  /** Required fields and the name alone. */
  bare?: true;
}

const good: DemoAccount = {
  accountBalance: money('0.00'),
  consumptionCredit: money('5.00'),
  inDebtCollection: false,
};
const usual: BookingPlan = { past: 14, upcoming: 3 };

const states: Example[] = [
  state('9001', 'Credit', 'A positive balance', { ...good, accountBalance: money('45.10') }),
  state(
    '9002',
    'Debt',
    'A negative balance, a dunning level, three open bookings',
    {
      ...good,
      accountBalance: money('-89.70'),
      dunningLevel: 'Dunning Level 2',
    },
    { past: 14, upcoming: 3, open: 3 },
  ),
  state('9003', 'Zero', 'A balance of exactly zero', good),
  state(
    '9004',
    'Debt collection',
    'Claims handed to an agency',
    {
      ...good,
      accountBalance: money('-412.35'),
      dunningLevel: 'Dunning Level 3',
      inDebtCollection: true,
    },
    { past: 14, upcoming: 0, open: 9 },
  ),
  state('9005', 'Balance missing', 'No balance supplied: not the same as zero', {
    consumptionCredit: money('5.00'),
    inDebtCollection: false,
  }),
  state('9006', 'All optionals missing', 'Nothing supplied but debt collection', { inDebtCollection: false }),
  state(
    '9007',
    'Yen',
    'JPY, a currency without decimals',
    { ...good, accountBalance: money('-12500', 'JPY') },
    {
      ...usual,
      amount: '3500',
      currency: 'JPY',
    },
  ),
  state(
    '9008',
    'Kuwaiti dinar',
    'KWD, three decimals, 12.345 digit for digit',
    {
      ...good,
      accountBalance: money('12.345', 'KWD'),
    },
    { ...usual, amount: '12.345', currency: 'KWD' },
  ),
  state('9009', 'Unknown currency', 'ZZQ, which nobody knows', {
    ...good,
    accountBalance: money('12.50', 'ZZQ'),
  }),
  state('9010', 'Impossible currency', '"EURO" is no currency code; shown as it came', {
    ...good,
    accountBalance: money('12.50', 'EURO'),
  }),
  state('9011', 'Seven cents', '0.07, digit for digit', { ...good, accountBalance: money('0.07') }),
  state('9012', 'Millions', '1234567.89, digit for digit', { ...good, accountBalance: money('1234567.89') }),
  state('9013', 'Installment plan', 'An installment plan on the newest booking', good, {
    ...usual,
    open: 1,
    installmentPlan: true,
  }),
  state('9014', 'Hundreds of bookings', '400 past and 60 upcoming, in slices', good, {
    past: 400,
    upcoming: 60,
    open: 2,
  }),
  state('9015', 'No bookings', 'Neither past nor upcoming bookings', good, { past: 0, upcoming: 0 }),
  state('9016', 'Gaps in bookings', 'Bookings without description or amounts', good, {
    ...usual,
    gaps: true,
  }),
  state('9017', 'Two currencies', 'Open amounts in EUR and CHF, summed apart', good, {
    ...usual,
    open: 6,
    secondCurrency: 'CHF',
  }),
  {
    ...state('9018', 'Access refused', 'A customer the studio refuses access', good),
    customer: { accessRefusal: true },
  },
  {
    ...state('9019', 'Hardly anything known', 'No number, birth date, address or e-mail', good),
    bare: true,
  },
  {
    ...state('9020', 'Unknown status', 'A status nobody documented, shown as it came', good),
    customer: { status: 'FROZEN' },
  },
  state('9007199254740993', 'Large ID', 'An ID above 2^53, digit for digit', good),
];

const statuses = [400, 401, 403, 404, 409, 429, 500, 503];

const failures: Example[] = [
  ...statuses.map((status) => failing(`9${status}`, `${status} on the account`, { status, on: 'balances' })),
  failing('9502', '502 with an HTML body', { status: 502, on: 'balances', body: 'html' }),
  failing('9601', 'Slow account', { on: 'balances', body: 'slow' }, 'The account answers after four seconds'),
  failing(
    '9602',
    'Sign-in page',
    { status: 200, on: 'balances', body: 'html' },
    'HTML where the account should be',
  ),
  failing(
    '9603',
    'No trace ID',
    { status: 500, on: 'balances', body: 'message' },
    'A 500 with a message and no more',
  ),
  failing(
    '9604',
    'Bookings fail',
    { status: 500, on: 'bookings' },
    'The account loads, the bookings answer 500',
  ),
  failing('9605', 'Wrong types', { status: 200, on: 'balances', body: 'types' }, 'Amounts of the wrong type'),
  failing(
    '9606',
    'Markup in the error',
    { status: 400, on: 'balances', body: 'markup' },
    'Markup, shown as text',
  ),
  failing(
    '9607',
    'Personal error',
    { status: 500, on: 'balances', body: 'personal' },
    'An error that names the customer',
  ),
  ...statuses.map((status) => failing(`8${status}`, `${status} on everything`, { status, on: 'all' })),
];

export const examples: readonly Example[] = [...states, ...failures];

function state(id: string, name: string, shows: string, account: DemoAccount, bookings = usual): Example {
  return { id, name, shows, account, bookings };
}

function failing(id: string, name: string, fault: Fault, shows?: string): Example {
  const where = fault.on === 'all' ? 'Every call for this customer' : 'The account';
  return {
    id,
    name,
    shows: shows ?? `${where} answers ${fault.status}`,
    account: good,
    bookings: usual,
    fault,
  };
}

/** The API's record of an example. */
export function exampleCustomer({ id, name, customer, bare }: Example): DemoCustomer {
  const required = {
    id: new Digits(id),
    status: 'MEMBER',
    accessRefusal: false,
    firstName: name,
    lastName: 'Demo',
  };
  if (bare) return required;
  return {
    ...required,
    customerNumber: `9-${id.slice(-5).padStart(5, '0')}`,
    dateOfBirth: '1990-01-01',
    email: `demo.${id}@example.com`,
    street: 'Am Bahnhof',
    houseNumber: '1',
    zipCode: '12133',
    city: 'Munich',
    country: 'DE',
    ...secrets(id, 'Demo'),
    studioId: 1,
    ...customer,
  };
}
