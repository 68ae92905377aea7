import type { z } from 'zod';
import type {
  Account,
  BookingPeriod,
  BookingSlice,
  CardNumberFormat,
  Customer,
  CustomerId,
  LookupField,
  SearchScope,
} from '../../preload/contract/domain';
import type { Outcome } from '../../preload/contract/problem';
import type { ApiRequest, Credentials, Http } from './http';
import { wanting } from './json-projection';
import { account, bookingSlice, customer, customerFields } from './schemas';

/** `POST /v1/customers/search`: names are prefixes, the rest is exact. */
export interface SearchFields {
  firstName?: string;
  lastName?: string;
  email?: string;
  dateOfBirth?: string;
}

/** A search answers whole records without paging: a short prefix can mean thousands of about 2 kB each, of which a fifth is kept. */
const searchMaxBytes = 64 * 1024 * 1024;

const wantsOfCustomer = wanting(customerFields);

/** Bookings a slice; a screen shows about fifteen. */
const sliceSize = '50';

const bookingEndpoints: Record<BookingPeriod, string> = {
  past: '/v1/customers/{customerId}/account/transactions',
  upcoming: '/v1/customers/{customerId}/account/transactions/upcoming',
};

/** The same questions put to one studio, and to all of its chain that take part; the latter needs a right of its own. */
const customerEndpoints: Record<SearchScope, string> = {
  studio: '/v1/customers',
  chain: '/v1/cross-studio/customers',
};

/** The API's endpoints as functions. Every request asks for the credentials anew and keeps none. */
export class ApiClient {
  constructor(
    private readonly http: Http,
    private readonly credentials: () => Promise<Outcome<Credentials>>,
  ) {}

  customer(id: CustomerId, scope: SearchScope, signal: AbortSignal): Promise<Outcome<Customer>> {
    // Somebody else's record, from a cache on the way, must not stand above this customer's account.
    const asked = customer.refine((answer) => answer.id === id, { path: ['id'] });
    const endpoint = `${customerEndpoints[scope]}/{customerId}`;
    return this.#get(endpoint, { path: { customerId: id } }, asked, signal);
  }

  customerBy(
    field: LookupField,
    value: string,
    format: CardNumberFormat | undefined,
    scope: SearchScope,
    signal: AbortSignal,
  ): Promise<Outcome<Customer>> {
    const query = { [field]: value, ...(format && { cardNumberFormat: format }) };
    return this.#get(`${customerEndpoints[scope]}/by`, { query }, customer, signal);
  }

  async search(fields: SearchFields, scope: SearchScope, signal: AbortSignal): Promise<Outcome<Customer[]>> {
    const credentials = await this.credentials();
    if (!credentials.ok) return credentials;
    const request: ApiRequest = {
      method: 'POST',
      endpoint: `${customerEndpoints[scope]}/search`,
      body: { ...fields },
      maxBytes: searchMaxBytes,
    };
    return this.http.list(request, customer, wantsOfCustomer, credentials.value, signal);
  }

  balances(id: CustomerId, signal: AbortSignal): Promise<Outcome<Account>> {
    const endpoint = '/v1/customers/{customerId}/account/balances';
    return this.#get(endpoint, { path: { customerId: id } }, account, signal);
  }

  bookings(
    id: CustomerId,
    period: BookingPeriod,
    offset: string | undefined,
    signal: AbortSignal,
  ): Promise<Outcome<BookingSlice>> {
    const query = { sliceSize, ...(offset !== undefined && { offset }) };
    return this.#get(bookingEndpoints[period], { path: { customerId: id }, query }, bookingSlice, signal);
  }

  async #get<T>(
    endpoint: string,
    rest: Pick<ApiRequest, 'path' | 'query'>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Outcome<T>> {
    const credentials = await this.credentials();
    if (!credentials.ok) return credentials;
    return this.http.json({ method: 'GET', endpoint, ...rest }, schema, credentials.value, signal);
  }
}
