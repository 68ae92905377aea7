import type { CustomerRecord } from './api-records';
import { fullError } from './faults';
import type { ApiRequest } from './route';
import type { Answer } from './send-answer';

/** How `GET /v1/customers` fails from the second request of a studio on. The names are values of `--list-fault`. */
export const listFaults = [
  /** The first slice comes again and again, with its offset. */
  'repeats',
  /** The first slice comes again and again, each time with an offset that was not there before. */
  'endless',
  /** One request is answered with 429 and a Retry-After of one second. */
  'rateLimitedOnce',
  /** Four requests are answered with 503. */
  'unavailable',
  /** Every request is answered with 500. */
  'internal',
  /** No customers, and `hasNext` is true. */
  'emptyWithNext',
  /** `result` is an object. */
  'noList',
  /** The customers have no ID. */
  'withoutIds',
  /** The customers have the ID of another studio. */
  'otherStudio',
] as const;
export type ListFault = (typeof listFaults)[number];

/** A slice that was answered with 200. */
type SliceBody = { result: CustomerRecord[]; hasNext: boolean; offset: string };

/** The fault of all lists of a demo server. It can change while the server runs. */
export class ListFaults {
  #how: ListFault | undefined;
  /** Requests since the fault was set, by studio. */
  readonly #requests = new Map<string, number>();

  constructor(how: ListFault | undefined) {
    this.#how = how;
  }

  /** Sets the fault, or ends it; each studio answers one more request without it. */
  set(how: ListFault | undefined): void {
    this.#how = how;
    this.#requests.clear();
  }

  /** Answers a request for a slice of a studio. @param list the answer without fault, for these parameters */
  answer(studioId: string, request: ApiRequest, list: (query: URLSearchParams) => Answer): Answer {
    const proper = list(request.query);
    const earlier = this.#requests.get(studioId) ?? 0;
    this.#requests.set(studioId, earlier + 1);
    if (!this.#how || earlier === 0 || proper.status !== 200) return proper;
    return faulty(this.#how, earlier, proper.body as SliceBody, request, list);
  }
}

function faulty(
  how: ListFault,
  earlier: number,
  proper: SliceBody,
  request: ApiRequest,
  list: (query: URLSearchParams) => Answer,
): Answer {
  const ok = (body: object): Answer => ({ status: 200, body: { ...proper, ...body } });
  const first = () => {
    const query = new URLSearchParams(request.query);
    query.delete('offset');
    return list(query).body as SliceBody;
  };
  switch (how) {
    case 'repeats':
      return ok({ ...first(), hasNext: true });
    case 'endless':
      return ok({ ...first(), hasNext: true, offset: String(10 ** 12 + earlier) });
    case 'rateLimitedOnce':
      if (earlier > 1) return ok({});
      return { status: 429, body: fullError('rateLimit', request), headers: { 'Retry-After': '1' } };
    case 'unavailable':
      return earlier > 4 ? ok({}) : { status: 503, body: fullError('unavailable', request) };
    case 'internal':
      return { status: 500, body: fullError('internal', request) };
    case 'emptyWithNext':
      return ok({ result: [], hasNext: true });
    case 'noList':
      return ok({ result: { customers: 3 } });
    case 'withoutIds':
      return ok({ result: proper.result.map(({ id: _, ...others }) => others) });
    case 'otherStudio':
      return ok({ result: proper.result.map((record) => ({ ...record, studioId: 1 })) });
  }
}
