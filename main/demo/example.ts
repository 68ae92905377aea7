import { type AccountBalances, type CustomerRecord, type DemoCustomer, money } from './api-records';
import type { BookingPlan } from './bookings';
import { regular } from './bookings';
import type { VisitPlan } from './check-ins';
import type { ContractPlan } from './contracts';
import type { Fault } from './faults';
import { completedCustomer, debtorIdOf } from './invented-customers';
import { Digits } from './json';

/** A customer that shows one state. */
export interface Example {
  id: string;
  /** First name of the customer. The last name is "Demo", so that a search for "demo" lists all examples. */
  name: string;
  /** Description for docs/demo.md, one phrase. */
  shows: string;
  account?: AccountBalances;
  bookings?: BookingPlan;
  /** A contract that fits the bookings when absent. */
  contracts?: ContractPlan;
  /** Invented ones when absent. */
  visits?: VisitPlan;
  fault?: Fault;
  /** Fields that differ from those of an ordinary customer. */
  record?: Partial<CustomerRecord> | ((today: string) => Partial<CustomerRecord>);
  /** Fields that `GET /v1/customers` still has from before a change of the record. */
  listedAs?: Partial<CustomerRecord>;
  /** The only optional fields of the record. */
  only?: Partial<CustomerRecord>;
  /** Number of the customer's studio (`chains.ts`); 1 when absent. */
  studio?: number;
}

/** Account of the examples that are about something else. */
export const plainAccount: AccountBalances = {
  accountBalance: money('0.00'),
  consumptionCredit: money('5.00'),
  inDebtCollection: false,
};

export const plainBookings: BookingPlan = regular({ past: 14, upcoming: 3 });

/** An example that differs from an ordinary customer in these fields. */
export function plainExample(id: string, name: string, shows: string, more: Partial<Example>): Example {
  return { id, name, shows, account: plainAccount, bookings: plainBookings, ...more };
}

/** The example as a record of the API, as of a day. */
export function exampleCustomer(example: Example, today: string): DemoCustomer {
  const { id, name, only, studio = 1 } = example;
  const record = typeof example.record === 'function' ? example.record(today) : example.record;
  const debtorId = debtorIdOf(id);
  if (only)
    return { record: { id: new Digits(id), status: 'MEMBER', accessRefusal: false, ...only }, debtorId };
  return completedCustomer(id, studio, {
    ...(record?.lastName === undefined && demoRecord(id, name)),
    ...record,
  });
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
