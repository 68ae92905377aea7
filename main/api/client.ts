import type { z } from 'zod';
import type { Channel, Input, Value } from '../../preload/contract/calls';
import type {
  CardNumberFormat,
  Customer,
  CustomerId,
  LookupField,
  SearchScope,
} from '../../preload/contract/domain';
import { fail, type Outcome } from '../../preload/contract/problem';
import type { StudioRef } from '../../preload/contract/studio';
import type { AnswerReader } from './answer-reader';
import type { ApiRequest, Credentials } from './api-request';
import { customerSliceRequest, type SliceInput } from './customer-slices';
import type { Http } from './http';
import { fieldFilter } from './json-projection';
import { customerEndpoint, customerEndpoints, customerWithId } from './lookups/customer';
import type { Lookup } from './lookups/lookup';
import { customer, customerFields } from './schemas';
import { studioCountry, studioEndpoint } from './studio-information';

/** Fields of `POST /v1/customers/search`: names match as prefixes, the others exactly. */
export interface SearchFields {
  firstName?: string;
  lastName?: string;
  email?: string;
  dateOfBirth?: string;
}

/**
 * Limit of a search's answer. The API answers with whole records of about 2 kB and without paging, so a short prefix can
 * return thousands. A fifth of their bytes is kept.
 */
const searchMaxBytes = 64 * 1024 * 1024;

const customerFieldFilter = fieldFilter(customerFields);

/** Runs work when its turn has come, such as a function of `p-limit`. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** Limits of the requests, and of the keys, which may be read before a request's turn. */
export interface Limits {
  keys: Limit;
  requests: Limit;
}

/** The requests of a search, with the key of one studio. */
export interface CustomerQueries {
  customer: (id: CustomerId, scope: SearchScope, signal: AbortSignal) => Promise<Outcome<Customer>>;
  /** `GET /v1/customers/by`: the customer with this number, card, barcode, PIN, QR code or debtor ID. */
  customerBy: (
    field: LookupField,
    value: string,
    format: CardNumberFormat | undefined,
    scope: SearchScope,
    signal: AbortSignal,
  ) => Promise<Outcome<Customer>>;
  /** `POST /v1/customers/search`: every customer that matches all fields. */
  search: (fields: SearchFields, scope: SearchScope, signal: AbortSignal) => Promise<Outcome<Customer[]>>;
}

const unlimited: Limits = { keys: (work) => work(), requests: (work) => work() };

/** The API's endpoints as functions. Each request reads the credentials of its studio and keeps none. */
export class ApiClient {
  constructor(
    private readonly http: Http,
    private readonly credentials: (studio: StudioRef) => Promise<Outcome<Credentials>>,
  ) {}

  /** Sends the request of a lookup. */
  lookup<C extends Channel>(
    lookup: Lookup<C>,
    input: Input<C>,
    signal: AbortSignal,
  ): Promise<Outcome<Value<C>>> {
    const request: ApiRequest = { method: 'GET', ...lookup.request(input) };
    return this.#with(lookup.studio(input), unlimited, signal, (credentials) =>
      this.http.read(request, () => lookup.reader(input, credentials.key), credentials, signal),
    );
  }

  /** The requests of a search with the key of a studio. */
  queries(studio: StudioRef, limits: Limits = unlimited): CustomerQueries {
    return {
      customer: (id, scope, signal) => {
        const request = { endpoint: customerEndpoint(scope), path: { customerId: id } };
        return this.#get(studio, request, customerWithId(id), signal, limits);
      },
      customerBy: (field, value, format, scope, signal) => {
        const query = { [field]: value, ...(format && { cardNumberFormat: format }) };
        const request = { endpoint: `${customerEndpoints[scope]}/by`, query };
        return this.#get(studio, request, customer, signal, limits);
      },
      search: (fields, scope, signal) => {
        const request: ApiRequest = {
          method: 'POST',
          endpoint: `${customerEndpoints[scope]}/search`,
          body: { ...fields },
          maxBytes: searchMaxBytes,
        };
        return this.#with(studio, limits, signal, (credentials) =>
          this.http.list(request, customer, customerFieldFilter, credentials, signal),
        );
      },
    };
  }

  /** A slice of a studio's customers, as the caller's reader reads it. SECURITY: the reader removes the key from what is shown. */
  customerSlice<T>(
    studio: StudioRef,
    slice: SliceInput,
    reader: () => AnswerReader<T>,
    signal: AbortSignal,
  ): Promise<Outcome<T>> {
    const request = customerSliceRequest(slice);
    return this.#with(studio, unlimited, signal, (credentials) =>
      this.http.read(request, reader, credentials, signal),
    );
  }

  /** ISO code of a studio's country, where the API says it. The key needs the scope `STUDIO_READ`. */
  studioCountry(studio: StudioRef, signal: AbortSignal): Promise<Outcome<string | undefined>> {
    return this.#get(studio, { endpoint: studioEndpoint, isBackground: true }, studioCountry, signal);
  }

  async #get<T>(
    studio: StudioRef,
    request: Omit<ApiRequest, 'method'>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
    limits: Limits = unlimited,
  ): Promise<Outcome<T>> {
    return this.#with(studio, limits, signal, (credentials) =>
      this.http.json({ method: 'GET', ...request }, schema, credentials, signal),
    );
  }

  #with<T>(
    studio: StudioRef,
    { keys, requests }: Limits,
    signal: AbortSignal,
    send: (credentials: Credentials) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const cancelled = () => fail({ kind: 'cancelled' });
    return keys(async () => {
      // A stopped search of many studios reads no key for the requests that have not had their turn.
      if (signal.aborted) return cancelled();
      const credentials = await this.credentials(studio);
      if (!credentials.ok) return credentials;
      return requests(async () => (signal.aborted ? cancelled() : send(credentials.value)));
    });
  }
}
