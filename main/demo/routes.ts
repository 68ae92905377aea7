import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { errorBody, type Fault, faultBody, htmlPage, type Language } from './faults';
import type { DemoCustomer } from './model';
import type { Studio } from './studio';

/** What is answered: a value written as JSON, or a text with its own type. */
export interface Answer {
  status: number;
  body?: unknown;
  html?: string;
}

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  language: Language;
  traceId: string;
  /** The key has the cross-studio right. */
  chain: boolean;
}

const isDate = z.iso.date();
const searchBody = z.looseObject({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  email: z.string().optional(),
  dateOfBirth: isDate.optional(),
  cardNumberFormat: z.enum(['DECIMAL', 'HEX_MSB', 'HEX_LSB']).optional(),
});

/** The API's endpoints on the data of the demo. */
export class Routes {
  constructor(
    private readonly studio: Studio,
    private readonly slowMs: number,
  ) {}

  async answer(asked: Asked): Promise<Answer> {
    const across = asked.path.startsWith('/v1/cross-studio/');
    const path = asked.path.replace('/v1/cross-studio/', '/v1/');
    if (across && !asked.chain) return this.#error(403, asked);
    const customer = /^\/v1\/customers\/(\d+)(\/account\/(?:balances|transactions(?:\/upcoming)?))?$/.exec(
      path,
    );
    if (path === '/v1/customers/search')
      return asked.method === 'POST' ? this.#search(asked, across) : this.#error(405, asked);
    if (asked.method !== 'GET') return this.#error(405, asked);
    if (path === '/v1/customers' && !across) return this.#list(asked);
    if (path === '/v1/customers/by') return this.#by(asked, across);
    if (customer?.[1] && !(across && customer[2]))
      return this.#ofCustomer(customer[1], customer[2], asked, across);
    return this.#error(404, asked);
  }

  async #ofCustomer(id: string, rest: string | undefined, asked: Asked, chain: boolean): Promise<Answer> {
    const customer = this.studio.customer(id, chain);
    if (customer === undefined) return this.#error(404, asked);
    if (customer === 'elsewhere') return this.#error(403, asked);
    const fault = this.studio.example(id)?.fault;
    const hit = fault && (fault.on === 'all' || rest?.startsWith(endings[fault.on]));
    if (hit && fault.body !== 'slow') return this.#fault(fault, customer, asked);
    if (hit) await pause(this.slowMs);
    if (rest === undefined) return { status: 200, body: customer };
    if (rest === endings.balances) return { status: 200, body: this.studio.account(id) };
    return this.#slice(this.studio.bookings(id, rest.endsWith('upcoming') ? 'upcoming' : 'past'), asked);
  }

  #fault(fault: Fault, customer: DemoCustomer, asked: Asked): Answer {
    const status = fault.status ?? 200;
    if (fault.body === 'html') return { status, html: htmlPage };
    return { status, body: faultBody(fault, customer, asked.language, asked.traceId) };
  }

  #search(asked: Asked, chain: boolean): Answer {
    let body: unknown;
    try {
      body = JSON.parse(asked.body);
    } catch {
      return this.#error(400, asked);
    }
    const fields = searchBody.safeParse(body);
    if (!fields.success) return this.#error(400, asked, fields.error.issues[0]?.path.join('.'));
    const { firstName, lastName, email, dateOfBirth } = fields.data;
    const starts = (text: string | undefined, start: string | undefined) =>
      start === undefined || text?.toLocaleLowerCase().startsWith(start.toLocaleLowerCase()) === true;
    const found = this.studio
      .customers(chain)
      .filter(
        (each) =>
          starts(each.firstName, firstName) &&
          starts(each.lastName, lastName) &&
          (email === undefined || each.email === email) &&
          (dateOfBirth === undefined || each.dateOfBirth === dateOfBirth),
      );
    return { status: 200, body: found };
  }

  #by(asked: Asked, chain: boolean): Answer {
    const [field, value] = [...asked.query].find(([name]) => name in lookups) ?? [];
    if (field === undefined || value === undefined) return this.#error(400, asked, 'customerNumber');
    const decimal = (asked.query.get('cardNumberFormat') ?? 'DECIMAL') === 'DECIMAL';
    const matches = lookups[field];
    const found = this.studio.customers(chain).find((each) => matches?.(each, value, decimal));
    return found ? { status: 200, body: found } : this.#error(404, asked);
  }

  #list(asked: Asked): Answer {
    const status = asked.query.get('customerStatus');
    const customers = this.studio
      .customers(false)
      .filter((each) => status === null || each.status === status);
    return this.#slice(customers, asked);
  }

  /** `{ result, hasNext, offset }`; our offset is a running count, which the API's may or may not be. */
  #slice(rows: readonly unknown[], asked: Asked): Answer {
    const size = z.coerce
      .number()
      .int()
      .min(1)
      .max(500)
      .safeParse(asked.query.get('sliceSize') ?? 50);
    const from = z.coerce
      .number()
      .int()
      .min(0)
      .safeParse(asked.query.get('offset') ?? 0);
    if (!size.success) return this.#error(400, asked, 'sliceSize');
    if (!from.success) return this.#error(400, asked, 'offset');
    const next = from.data + size.data;
    const result = rows.slice(from.data, next);
    return {
      status: 200,
      body: { result, hasNext: next < rows.length, offset: String(from.data + result.length) },
    };
  }

  #error(status: number, { language, traceId }: Asked, reference?: string): Answer {
    return { status, body: errorBody(status, language, traceId, reference) };
  }
}

const endings = { balances: '/account/balances', bookings: '/account/transactions', all: '' };

type Lookup = (customer: DemoCustomer, value: string, decimal: boolean) => boolean;

const medium =
  (type: string): Lookup =>
  ({ accessMediums }, value) =>
    accessMediums?.some((each) => each.type === type && each.value === value) === true;

/** The query parameters of `GET /v1/customers/by`. A card in hex is the hex of its decimal number. */
const lookups: Record<string, Lookup> = {
  customerNumber: (customer, value) => customer.customerNumber === value,
  cardNumber: ({ cardNumbers }, value, decimal) =>
    cardNumbers?.some((card) =>
      decimal ? card === value : BigInt(card).toString(16).toUpperCase() === value.toUpperCase(),
    ) === true,
  barcode: medium('BARCODE'),
  pin: medium('PIN'),
  qrCodeUuid: (customer, value) => customer.uuid === value,
  debtorId: (customer, value) => customer.thirdPartyId === value,
};
