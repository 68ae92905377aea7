import type { z } from 'zod';
import type { Channel, Input, Value } from '../../preload/contract/calls';
import type {
  CardNumberFormat,
  Customer,
  CustomerId,
  LookupField,
  SearchScope,
} from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';
import type { ApiRequest, Credentials, Http } from './http';
import { fieldFilter } from './json-projection';
import { customerEndpoints, customerLookup } from './lookups/customer';
import type { Lookup } from './lookups/lookup';
import { customer, customerFields } from './schemas';

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

/** The API's endpoints as functions. Each request reads the credentials and keeps none. */
export class ApiClient {
  constructor(
    private readonly http: Http,
    private readonly credentials: () => Promise<Outcome<Credentials>>,
  ) {}

  /** Sends the request of a lookup. */
  lookup<C extends Channel>(
    lookup: Lookup<C>,
    input: Input<C>,
    signal: AbortSignal,
  ): Promise<Outcome<Value<C>>> {
    return this.#get(lookup.request(input), lookup.answer(input), signal);
  }

  customer(id: CustomerId, scope: SearchScope, signal: AbortSignal): Promise<Outcome<Customer>> {
    return this.lookup(customerLookup, { id, scope }, signal);
  }

  /** `GET /v1/customers/by`: the customer with this number, card, barcode, PIN, QR code or debtor ID. */
  customerBy(
    field: LookupField,
    value: string,
    format: CardNumberFormat | undefined,
    scope: SearchScope,
    signal: AbortSignal,
  ): Promise<Outcome<Customer>> {
    const query = { [field]: value, ...(format && { cardNumberFormat: format }) };
    return this.#get({ endpoint: `${customerEndpoints[scope]}/by`, query }, customer, signal);
  }

  /** `POST /v1/customers/search`: every customer that matches all fields. */
  async search(fields: SearchFields, scope: SearchScope, signal: AbortSignal): Promise<Outcome<Customer[]>> {
    const credentials = await this.credentials();
    if (!credentials.ok) return credentials;
    const request: ApiRequest = {
      method: 'POST',
      endpoint: `${customerEndpoints[scope]}/search`,
      body: { ...fields },
      maxBytes: searchMaxBytes,
    };
    return this.http.list(request, customer, customerFieldFilter, credentials.value, signal);
  }

  async #get<T>(
    request: Pick<ApiRequest, 'endpoint' | 'path' | 'query'>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Outcome<T>> {
    const credentials = await this.credentials();
    if (!credentials.ok) return credentials;
    return this.http.json({ method: 'GET', ...request }, schema, credentials.value, signal);
  }
}
