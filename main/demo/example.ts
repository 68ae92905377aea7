import type { BookingPlan } from './bookings';
import { regular } from './bookings';
import type { Fault } from './faults';
import { Digits } from './json';
import { type AccountBalances, type CustomerRecord, type DemoCustomer, money } from './model';
import { debtorIdOf, person } from './people';

/** A customer made to show one thing. */
export interface Example {
  id: string;
  /** Stands as the first name before the last name "Demo", so that the name search for "demo" lists them all. */
  name: string;
  /** One phrase for docs/demo.md. */
  shows: string;
  account?: AccountBalances;
  bookings?: BookingPlan;
  fault?: Fault;
  /** Fields that differ from the ordinary. */
  record?: Partial<CustomerRecord>;
  /** The only fields there are, besides the required ones. */
  only?: Partial<CustomerRecord>;
}

/** An account with nothing to say, for examples about something else. */
export const plainAccount: AccountBalances = {
  accountBalance: money('0.00'),
  consumptionCredit: money('5.00'),
  inDebtCollection: false,
};

export const plainBookings: BookingPlan = regular({ past: 14, upcoming: 3 });

/** The API's record of an example. */
export function exampleCustomer({ id, name, record, only }: Example): DemoCustomer {
  const debtorId = debtorIdOf(id);
  if (only)
    return { record: { id: new Digits(id), status: 'MEMBER', accessRefusal: false, ...only }, debtorId };
  return person(id, 1, { ...(record?.lastName === undefined && demoRecord(id, name)), ...record });
}

function demoRecord(id: string, name: string) {
  const two = (below: number) => String(1 + (Number(id.slice(-4)) % below)).padStart(2, '0');
  return {
    customerNumber: `9-${id.slice(-5).padStart(5, '0')}`,
    firstName: name,
    lastName: 'Demo',
    dateOfBirth: `1990-${two(12)}-${two(28)}`,
    email: `demo.${id}@example.com`,
  };
}
