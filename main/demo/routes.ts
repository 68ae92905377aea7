import { isCardFormat } from './cards';
import { hasField, readFieldQuery } from './customer-by-field';
import { customerRoutes } from './customer-routes';
import { matches, readSearch } from './customer-search';
import { isInvalidParameter } from './invalid-parameter';
import { Digits } from './json';
import { type ApiRequest, failed, findCustomer, invalid, type Route, sliced, withCardFormat } from './route';
import type { Answer } from './send-answer';
import { slice } from './slices';
import type { Studio } from './studio-data';

/** Values of `customerStatus` that can be listed; FORMER_MEMBER is not among them in this version of the API. */
const listedStatuses = ['MEMBER', 'PROSPECT'];

/** Endpoints of the API on the demo's data. When two match a path, the first one wins. */
export function routesOf(studio: Studio): Route[] {
  return [
    { method: 'GET', endpoint: '/v1/studios/information', answer: (request) => information(studio, request) },
    { method: 'GET', endpoint: '/v1/customers', answer: (request) => list(studio, request) },
    { method: 'POST', endpoint: '/v1/customers/search', answer: search(studio, false) },
    { method: 'GET', endpoint: '/v1/customers/by', answer: byField(studio, false) },
    ...customerRoutes(studio),
    ...crossStudioRoutes(studio).map(({ answer, ...route }) => ({
      ...route,
      answer: (request: ApiRequest, id: string) =>
        request.isChainKey ? answer(request, id) : failed('scope', request),
    })),
  ];
}

/** Endpoints that search all studios of the chain. */
function crossStudioRoutes(studio: Studio): Route[] {
  return [
    { method: 'POST', endpoint: '/v1/cross-studio/customers/search', answer: search(studio, true) },
    { method: 'GET', endpoint: '/v1/cross-studio/customers/by', answer: byField(studio, true) },
    {
      method: 'GET',
      endpoint: '/v1/cross-studio/customers/{customerId}',
      answer: (request, id) => {
        const customer = findCustomer(studio, request, id, true);
        return 'status' in customer ? customer : { status: 200, body: customer.record };
      },
    },
  ];
}

/** Answers searches by name, e-mail address and date of birth. */
function search(studio: Studio, inChain: boolean): Route['answer'] {
  return (request) => {
    const wanted = readSearch(request.body);
    if (isInvalidParameter(wanted)) return invalid(request, wanted);
    const found = studio.customers(inChain).filter(({ record }) => matches(record, wanted));
    return { status: 200, body: found.map(({ record }) => withCardFormat(record, wanted.cardNumberFormat)) };
  };
}

/** Answers searches by a unique field, such as a customer number or a card. */
function byField(studio: Studio, inChain: boolean): Route['answer'] {
  return (request) => {
    const query = readFieldQuery(request.query);
    if (isInvalidParameter(query)) return invalid(request, query);
    const customer = studio.customers(inChain).find((each) => hasField(each, query));
    if (!customer) return failed('notFound', request);
    return { status: 200, body: withCardFormat(customer.record, query.cardNumberFormat) };
  };
}

/** Answer of `GET /v1/customers`. */
function list(studio: Studio, request: ApiRequest): Answer {
  const status = request.query.get('customerStatus');
  if (status !== null && !listedStatuses.includes(status))
    return invalid(request, { invalid: 'customerStatus' });
  const format = request.query.get('cardNumberFormat') ?? 'DECIMAL';
  if (!isCardFormat(format)) return invalid(request, { invalid: 'cardNumberFormat' });
  const rows = studio
    .customers(false)
    .filter(({ record }) => status === null || record.status === status)
    .map(({ record }) => withCardFormat(record, format));
  return sliced(request, slice(rows, request.query, 'count'));
}

/** Answer of `GET /v1/studios/information`. */
function information({ plan }: Studio, request: ApiRequest): Answer {
  if (plan.keyIs === 'unableToReadStudio') return failed('scope', request);
  const body = {
    studioId: new Digits(plan.id),
    name: plan.name,
    city: plan.city,
    country: 'Germany',
    countryCode: 'DE',
    openingHours: [],
  };
  return { status: 200, body };
}
