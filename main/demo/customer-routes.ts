import type { DemoCustomer } from './api-records';
import type { Part } from './chains';
import { maxCheckIns } from './check-ins';
import { contractStatuses } from './contracts';
import { type Fault, faultAnswer } from './faults';
import { isInvalidParameter } from './invalid-parameter';
import { type ApiRequest, failed, findCustomer, invalid, type Route, sliced } from './route';
import type { Answer } from './send-answer';
import { slice } from './slices';
import type { Studio } from './studio-data';

/** Endpoints about one customer of a studio. */
export function customerRoutes(studio: Studio): Route[] {
  const failures = new Map<string, number>();

  /** Answers for a customer of the studio, or with the fault that the customer is an example of. */
  function ofCustomer(
    request: ApiRequest,
    id: string,
    part: Part,
    proper: (customer: DemoCustomer) => Answer,
  ): Answer {
    const customer = findCustomer(studio, request, id, false);
    if ('status' in customer) return customer;
    if (studio.plan.cannotRead?.includes(part)) return failed('scope', request);
    const fault = studio.example(customer.record.id.text)?.fault;
    if (!fault || !isAbout(fault.on, part)) return proper(customer);
    const earlier = failures.get(id) ?? 0;
    failures.set(id, earlier + 1);
    return faultAnswer(fault.how, customer.record, request, proper(customer), earlier);
  }

  function customer(request: ApiRequest, id: string): Answer {
    return ofCustomer(request, id, 'customer', ({ record }) => ({ status: 200, body: record }));
  }

  function balances(request: ApiRequest, id: string): Answer {
    return ofCustomer(request, id, 'balances', ({ record }) => ({
      status: 200,
      body: studio.account(record.id.text),
    }));
  }

  function bookings(period: 'past' | 'upcoming'): Route['answer'] {
    return (request, id) =>
      ofCustomer(request, id, 'bookings', ({ record }) => {
        const rows = studio.bookings(record)[period];
        return sliced(request, slice(rows, request.query, period === 'past' ? 'id' : 'count'));
      });
  }

  function contracts(request: ApiRequest, id: string): Answer {
    const status = request.query.get('status');
    if (status !== null && !contractStatuses.includes(status)) return invalid(request, { invalid: 'status' });
    return ofCustomer(request, id, 'contracts', ({ record }) => {
      const all = studio.contracts(record);
      const body = all.filter(({ contractStatus }) => status === null || contractStatus === status);
      return { status: 200, body };
    });
  }

  function checkIns(request: ApiRequest, id: string): Answer {
    return ofCustomer(request, id, 'checkins', ({ record }) => {
      const rows = studio.checkIns(record, request.query);
      if (isInvalidParameter(rows)) return invalid(request, rows);
      return sliced(request, slice(rows, request.query, 'count', maxCheckIns));
    });
  }

  const one = '/v1/customers/{customerId}';
  return [
    { method: 'GET', endpoint: one, answer: customer },
    { method: 'GET', endpoint: `${one}/account/balances`, answer: balances },
    { method: 'GET', endpoint: `${one}/account/transactions`, answer: bookings('past') },
    { method: 'GET', endpoint: `${one}/account/transactions/upcoming`, answer: bookings('upcoming') },
    { method: 'GET', endpoint: `${one}/contracts`, answer: contracts },
    { method: 'GET', endpoint: `${one}/activities/checkins`, answer: checkIns },
  ];
}

/** Whether a fault of an example concerns this part of their data. */
function isAbout(on: Fault['on'], part: Part): boolean {
  return on === 'all' || on === part || (on === 'account' && (part === 'balances' || part === 'bookings'));
}
