import { isCardFormat } from './cards';
import { hasField, readFieldQuery } from './customer-by-field';
import { customerRoutes } from './customer-routes';
import { matches, readSearch } from './customer-search';
import { isInvalidParameter } from './invalid-parameter';
import { Digits } from './json';
import type { ListFaults } from './list-faults';
import { type ApiRequest, failed, findCustomer, invalid, isInt64, type Route, withCardFormat } from './route';
import type { Answer } from './send-answer';
import type { Studio } from './studio-data';

/** Values of `customerStatus` that can be listed; FORMER_MEMBER from version 1.11.1 of the API on. */
const listedStatuses = ['MEMBER', 'PROSPECT', 'FORMER_MEMBER'];

/** Endpoints of the API on the demo's data. When two match a path, the first one wins. */
export function routesOf(studio: Studio, listFaults: ListFaults): Route[] {
  return [
    { method: 'GET', endpoint: '/v1/studios/information', answer: (request) => information(studio, request) },
    {
      method: 'GET',
      endpoint: '/v1/customers',
      answer: (request) =>
        listFaults.answer(studio.plan.id, request, (query) => list(studio, { ...request, query })),
    },
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

/** Answer of `GET /v1/customers`: the customers with one status after the one whose ID is the offset. */
function list(studio: Studio, request: ApiRequest): Answer {
  const { query } = request;
  const status = query.get('customerStatus') ?? 'MEMBER';
  if (!listedStatuses.includes(status)) return invalid(request, { invalid: 'customerStatus' });
  const format = query.get('cardNumberFormat') ?? 'DECIMAL';
  if (!isCardFormat(format)) return invalid(request, { invalid: 'cardNumberFormat' });
  const size = Number(query.get('sliceSize') ?? 100);
  if (!Number.isInteger(size) || size < 50 || size > 500) return invalid(request, { invalid: 'sliceSize' });
  const given = query.get('offset') ?? '0';
  if (!isInt64(given)) return invalid(request, { invalid: 'offset' });
  const records = studio.listed(status, BigInt(given), size + 1);
  const result = records.slice(0, size).map((record) => withCardFormat(record, format));
  const offset = result.at(-1)?.id.text ?? given;
  return { status: 200, body: { result, hasNext: records.length > size, offset } };
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
