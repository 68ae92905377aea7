import type { CustomerRecord, DemoCustomer } from './api-records';
import { type CardFormat, formatCard } from './cards';
import { type ErrorName, errorBody, statusOf, type TypedArg } from './error-body';
import type { RequestContext } from './faults';
import { type InvalidParameter, isInvalidParameter } from './invalid-parameter';
import { Digits } from './json';
import type { Answer } from './send-answer';
import type { slice } from './slices';
import type { Studio } from './studio-data';

/** A request with a valid key. */
export interface ApiRequest extends RequestContext {
  query: URLSearchParams;
  body: string;
  /** True when the key has the cross-studio scope. */
  isChainKey: boolean;
}

/** An endpoint of the demo server. */
export interface Route {
  method: 'GET' | 'POST';
  /** Documented path with its placeholder; requests are counted by it. */
  endpoint: string;
  /** `id` is the value of the placeholder. */
  answer: (request: ApiRequest, id: string) => Answer;
}

const largestInt64 = 2n ** 63n - 1n;

/** Returns the customer with this ID, or the answer for a missing or inaccessible one. */
export function findCustomer(
  studio: Studio,
  request: ApiRequest,
  id: string,
  inChain: boolean,
): DemoCustomer | Answer {
  if (!isInt64(id)) return invalid(request, { invalid: 'customerId' });
  const plain = String(BigInt(id));
  const customer = studio.customer(plain, inChain);
  if (customer === 'elsewhere') return failed('otherStudio', request);
  return (
    customer ?? failed('notFound', request, { typedArgs: [{ value: new Digits(plain), type: 'INTEGER' }] })
  );
}

/** Whether a text is an ID that the API can have. */
export function isInt64(text: string): boolean {
  return /^\d{1,19}$/.test(text) && BigInt(text) <= largestInt64;
}

/** Answer of a refused or failed request. */
export function failed(
  name: ErrorName,
  request: ApiRequest,
  detail?: { reference?: string; typedArgs?: TypedArg[] },
): Answer {
  return { status: statusOf[name], body: errorBody(name, request, detail) };
}

/** Answer of a request with an invalid parameter. */
export function invalid(request: ApiRequest, { invalid: reference }: InvalidParameter): Answer {
  return failed('validation', request, { reference, typedArgs: [{ value: reference, type: 'STRING' }] });
}

/** Answer with a slice, or with what is invalid in the parameters of the slice. */
export function sliced(request: ApiRequest, answer: ReturnType<typeof slice>): Answer {
  return isInvalidParameter(answer) ? invalid(request, answer) : { status: 200, body: answer };
}

/** A record with its card numbers in the requested format. */
export function withCardFormat(record: CustomerRecord, format: CardFormat): CustomerRecord {
  if (!record.cardNumbers || format === 'DECIMAL') return record;
  return { ...record, cardNumbers: record.cardNumbers.map((card) => formatCard(card, format)) };
}
