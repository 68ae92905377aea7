import type { CustomerRecord, DemoCustomer } from './api-records';
import { type CardFormat, formatCard, isCardFormat } from './cards';
import type { Part } from './chains';
import { maxCheckIns } from './check-ins';
import { contractStatuses } from './contracts';
import { isFound, readLookup } from './customer-by-field';
import { matches, readSearch } from './customer-search';
import { type ErrorName, errorBody, statusOf, type TypedArg } from './error-body';
import { type Asking, type Fault, faultAnswer } from './faults';
import { type InvalidParameter, isInvalidParameter } from './invalid-parameter';
import { Digits } from './json';
import type { Answer } from './send-answer';
import { slice } from './slices';
import type { Studio } from './studio-data';

/** A request with a valid key. */
export interface Asked extends Asking {
  query: URLSearchParams;
  body: string;
  /** True when the key has the cross-studio scope. */
  isChainKey: boolean;
}

export interface Route {
  method: 'GET' | 'POST';
  /** Documented path with its placeholder; requests are counted by it. */
  endpoint: string;
  /** `id` is the value of the placeholder. */
  answer: (asked: Asked, id: string) => Answer;
}

/** Values of `customerStatus` that can be listed; FORMER_MEMBER is not among them in this version of the API. */
const listedStatuses = ['MEMBER', 'PROSPECT'];
const largestInt64 = 2n ** 63n - 1n;

/** Endpoints of the API on the demo's data. When two match a path, the first one wins. */
export function routesOf(studio: Studio): Route[] {
  const failures = new Map<string, number>();

  /** Answers for a customer of the studio, or with the fault that the customer is an example of. */
  function ofCustomer(
    asked: Asked,
    id: string,
    part: Part,
    proper: (customer: DemoCustomer) => Answer,
  ): Answer {
    const customer = find(studio, asked, id, false);
    if ('status' in customer) return customer;
    if (studio.plan.cannotRead?.includes(part)) return failed('scope', asked);
    const fault = studio.example(customer.record.id.text)?.fault;
    if (!fault || !isAbout(fault.on, part)) return proper(customer);
    const earlier = failures.get(id) ?? 0;
    failures.set(id, earlier + 1);
    return faultAnswer(fault.how, customer.record, asked, proper(customer), earlier);
  }

  function bookings(period: 'past' | 'upcoming'): Route['answer'] {
    return (asked, id) =>
      ofCustomer(asked, id, 'bookings', ({ record }) => {
        const rows = studio.bookings(record)[period];
        return sliced(asked, slice(rows, asked.query, period === 'past' ? 'id' : 'count'));
      });
  }

  function contracts(asked: Asked, id: string): Answer {
    const status = asked.query.get('status');
    if (status !== null && !contractStatuses.includes(status)) return invalid(asked, { invalid: 'status' });
    return ofCustomer(asked, id, 'contracts', ({ record }) => {
      const all = studio.contracts(record);
      const body = all.filter(({ contractStatus }) => status === null || contractStatus === status);
      return { status: 200, body };
    });
  }

  function checkIns(asked: Asked, id: string): Answer {
    return ofCustomer(asked, id, 'checkins', ({ record }) => {
      const rows = studio.checkIns(record, asked.query);
      if (isInvalidParameter(rows)) return invalid(asked, rows);
      return sliced(asked, slice(rows, asked.query, 'count', maxCheckIns));
    });
  }

  function search(chain: boolean): Route['answer'] {
    return (asked) => {
      const wanted = readSearch(asked.body);
      if (isInvalidParameter(wanted)) return invalid(asked, wanted);
      const found = studio.customers(chain).filter(({ record }) => matches(record, wanted));
      return { status: 200, body: found.map(({ record }) => written(record, wanted.cardNumberFormat)) };
    };
  }

  function by(chain: boolean): Route['answer'] {
    return (asked) => {
      const lookup = readLookup(asked.query);
      if (isInvalidParameter(lookup)) return invalid(asked, lookup);
      const customer = studio.customers(chain).find((each) => isFound(each, lookup));
      if (!customer) return failed('notFound', asked);
      return { status: 200, body: written(customer.record, lookup.cardNumberFormat) };
    };
  }

  const one = '/v1/customers/{customerId}';
  const chained: Route[] = [
    { method: 'POST', endpoint: '/v1/cross-studio/customers/search', answer: search(true) },
    { method: 'GET', endpoint: '/v1/cross-studio/customers/by', answer: by(true) },
    {
      method: 'GET',
      endpoint: '/v1/cross-studio/customers/{customerId}',
      answer: (asked, id) => {
        const customer = find(studio, asked, id, true);
        return 'status' in customer ? customer : { status: 200, body: customer.record };
      },
    },
  ];
  return [
    {
      method: 'GET',
      endpoint: '/v1/studios/information',
      answer: (asked) =>
        studio.plan.keyIs === 'unableToReadStudio' ? failed('scope', asked) : information(studio),
    },
    { method: 'GET', endpoint: '/v1/customers', answer: (asked) => list(studio, asked) },
    { method: 'POST', endpoint: '/v1/customers/search', answer: search(false) },
    { method: 'GET', endpoint: '/v1/customers/by', answer: by(false) },
    {
      method: 'GET',
      endpoint: one,
      answer: (asked, id) =>
        ofCustomer(asked, id, 'customer', ({ record }) => ({ status: 200, body: record })),
    },
    {
      method: 'GET',
      endpoint: `${one}/account/balances`,
      answer: (asked, id) =>
        ofCustomer(asked, id, 'balances', ({ record }) => ({
          status: 200,
          body: studio.account(record.id.text),
        })),
    },
    { method: 'GET', endpoint: `${one}/account/transactions`, answer: bookings('past') },
    { method: 'GET', endpoint: `${one}/account/transactions/upcoming`, answer: bookings('upcoming') },
    { method: 'GET', endpoint: `${one}/contracts`, answer: contracts },
    { method: 'GET', endpoint: `${one}/activities/checkins`, answer: checkIns },
    ...chained.map(({ answer, ...route }) => ({
      ...route,
      answer: (asked: Asked, id: string) => (asked.isChainKey ? answer(asked, id) : failed('scope', asked)),
    })),
  ];
}

/** Answer of `GET /v1/customers`. */
function list(studio: Studio, asked: Asked): Answer {
  const status = asked.query.get('customerStatus');
  if (status !== null && !listedStatuses.includes(status))
    return invalid(asked, { invalid: 'customerStatus' });
  const format = asked.query.get('cardNumberFormat') ?? 'DECIMAL';
  if (!isCardFormat(format)) return invalid(asked, { invalid: 'cardNumberFormat' });
  const rows = studio
    .customers(false)
    .filter(({ record }) => status === null || record.status === status)
    .map(({ record }) => written(record, format));
  return sliced(asked, slice(rows, asked.query, 'count'));
}

/** Whether a fault of an example concerns this part of their data. */
function isAbout(on: Fault['on'], part: Part): boolean {
  return on === 'all' || on === part || (on === 'account' && (part === 'balances' || part === 'bookings'));
}

/** Answer of `GET /v1/studios/information`. */
function information({ plan: { id, name, city } }: Studio): Answer {
  const body = {
    studioId: new Digits(id),
    name,
    city,
    country: 'Germany',
    countryCode: 'DE',
    openingHours: [],
  };
  return { status: 200, body };
}

/** Returns the customer with this ID, or the answer for a missing or inaccessible one. */
function find(studio: Studio, asked: Asked, id: string, chain: boolean): DemoCustomer | Answer {
  if (!/^\d{1,19}$/.test(id) || BigInt(id) > largestInt64) return invalid(asked, { invalid: 'customerId' });
  const plain = String(BigInt(id));
  const customer = studio.customer(plain, chain);
  if (customer === 'elsewhere') return failed('otherStudio', asked);
  return (
    customer ?? failed('notFound', asked, { typedArgs: [{ value: new Digits(plain), type: 'INTEGER' }] })
  );
}

function failed(
  name: ErrorName,
  asked: Asked,
  detail?: { reference?: string; typedArgs?: TypedArg[] },
): Answer {
  return { status: statusOf[name], body: errorBody(name, asked, detail) };
}

function invalid(asked: Asked, { invalid: reference }: InvalidParameter): Answer {
  return failed('validation', asked, { reference, typedArgs: [{ value: reference, type: 'STRING' }] });
}

function sliced(asked: Asked, answer: ReturnType<typeof slice>): Answer {
  return isInvalidParameter(answer) ? invalid(asked, answer) : { status: 200, body: answer };
}

/** A record with its card numbers in the requested format. */
function written(record: CustomerRecord, format: CardFormat): CustomerRecord {
  if (!record.cardNumbers || format === 'DECIMAL') return record;
  return { ...record, cardNumbers: record.cardNumbers.map((card) => formatCard(card, format)) };
}
