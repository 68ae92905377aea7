import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { munich } from '../saved-studios';
import { bookings, fullCustomer } from './customers';

/** An API on loopback whose answers are prepared before the requests arrive. */
export interface BenchServer {
  origin: string;
  /** Number of answers about a part of an account since the start. */
  accounts: () => number;
  /** Bytes of the customers in slices that were sent since the start. */
  sliceBytes: () => number;
  close: () => Promise<void>;
}

/** Answers of a search by last name. The names have two letters, so that no search starts before Enter. */
export const searches = { ba: 10, bo: 100, bi: 1_000, be: 5_000, bu: 20_000 } as const;

/** A search like `be` whose answer arrives as over a line of 100 Mbit/s; the others arrive faster than anybody reads them. */
export const overLine = 'by';

/** A part of an answer over that line: its bytes, and the milliseconds until the next one. */
const linePart = { bytes: 62_500, ms: 5 };

/** The customers of the studio, who are listed in slices: the first ID and their number. */
export const listed = { first: 300_000, count: 20_000 } as const;

/** Customers with more than 50 bookings; the ID is the number of bookings. */
export const manyBookings = 9_000_000;

const ordinaryBookings = { past: 50, upcoming: 12 };

/**
 * Balance of a customer, between 100.00 and 999.99: no booking has such an amount, and consecutive customers have
 * different ones.
 */
export function balanceOf(id: number): string {
  return (100 + (id % 90_000) / 100).toFixed(2);
}

/** Starts the server. The body of a search is built at its first request, which is a warm-up. */
export async function startBenchServer(): Promise<BenchServer> {
  const bodies = new Map<string, Buffer>();
  const found = (name: string, count: number): Buffer => {
    const prefix = `${name[0]?.toUpperCase()}${name[1]}`;
    const made =
      bodies.get(name) ??
      jsonOf(Array.from({ length: count }, (_, index) => fullCustomer(200_000 + index, prefix)));
    bodies.set(name, made);
    return made;
  };
  const slices = {
    past: sliceOf(ordinaryBookings.past, -1, true),
    upcoming: sliceOf(ordinaryBookings.upcoming, 1, false),
  };
  const contracts = jsonOf([contract]);
  const list = listOf(listed.count);
  const manySlices = new Map<number, Buffer>();
  const manyOf = (count: number): Buffer => {
    const slice = manySlices.get(count) ?? sliceOf(count, -1, false);
    manySlices.set(count, slice);
    return slice;
  };
  let accounts = 0;
  let sliceBytes = 0;

  /** Undefined where the key lacks the scope. */
  async function answer(message: IncomingMessage): Promise<Buffer | undefined> {
    const url = new URL(message.url ?? '', 'http://localhost');
    if (url.pathname.startsWith('/v1/cross-studio/')) return undefined;
    if (url.pathname === '/v1/customers/search') {
      const asked = JSON.parse(Buffer.concat(await message.toArray()).toString()) as Record<string, string>;
      const name = (asked.lastName ?? '').toLowerCase();
      if (name === 'bullock') return jsonOf([fullCustomer(100_001, 'Bullock ')]);
      const count = name === overLine ? searches.be : searches[name as keyof typeof searches];
      return count && !asked.firstName ? found(name, count) : jsonOf([]);
    }
    if (url.pathname === '/v1/studios/information')
      return jsonOf({ studioId: Number(munich.id), name: munich.name, countryCode: 'DE' });
    if (url.pathname === '/v1/customers') {
      const slice = list(Number(url.searchParams.get('offset') ?? 0));
      sliceBytes += slice.length;
      return slice;
    }
    if (url.pathname === '/v1/customers/by')
      return jsonOf(fullCustomer(Number(url.searchParams.get('customerNumber')?.slice(2)), 'Be'));
    if (url.pathname.endsWith('/contracts')) return contracts;
    const [, idText, part] = /^\/v1\/customers\/(\d+)(?:\/account\/(.+))?$/.exec(url.pathname) ?? [];
    const id = Number(idText);
    if (part) accounts += 1;
    if (part === 'balances')
      return jsonOf({
        accountBalance: { amount: Number(balanceOf(id)), currency: 'EUR' },
        consumptionCredit: { amount: 12.5, currency: 'EUR' },
        dunningLevel: 'Dunning Level 1',
        inDebtCollection: false,
      });
    const period = part === 'transactions' ? 'past' : 'upcoming';
    if (!part) return jsonOf(fullCustomer(id, 'Be'));
    if (id <= manyBookings) return slices[period];
    return period === 'past' ? manyOf(id - manyBookings) : sliceOf(0, 1, false);
  }

  const server = createServer(async (message, response) => {
    if (message.method === 'HEAD') return response.end();
    const body = await answer(message);
    if (!body) return response.writeHead(403).end();
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
    if (body === bodies.get(overLine)) await sendOverLine(response, body);
    else response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accounts: () => accounts,
    sliceBytes: () => sliceBytes,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function sendOverLine(response: ServerResponse, body: Buffer): Promise<void> {
  const started = performance.now();
  for (let part = 0; part * linePart.bytes < body.length; part += 1) {
    // From the start, so that a late timer does not make the line slower.
    await wait(started + part * linePart.ms - performance.now());
    response.write(body.subarray(part * linePart.bytes, (part + 1) * linePart.bytes));
  }
  response.end();
}

const price = { amount: 29.9, currency: 'EUR' };

/** The contract of every customer. */
const contract = {
  id: 700_001,
  createdDate: '2019-01-20',
  startDate: '2019-02-01',
  endDate: '2028-01-31',
  rateName: 'Premium',
  contractStatus: 'ACTIVE',
  cancelled: false,
  lastPossibleCancellationDate: '2027-10-31',
  cancellationPeriod: { periodValue: 3, periodUnit: 'MONTH' },
  term: { periodValue: 24, periodUnit: 'MONTH' },
  extensionTerm: { periodValue: 12, periodUnit: 'MONTH' },
  priceDetails: {
    basePrice: price,
    currentPrice: price,
    paymentFrequency: { id: 203, type: 'RECURRING', term: { value: 1, unit: 'MONTH' }, price },
  },
  moduleContracts: [],
  flatFeeContracts: [],
};

/** Members in slices of 500, each made once. @returns the slice after an ID */
function listOf(count: number): (offset: number) => Buffer {
  const size = 500;
  const made = new Map<number, Buffer>();
  return (offset) => {
    const from = offset < listed.first ? listed.first : offset + 1;
    const end = Math.min(from + size, listed.first + count);
    const customers = (first: number, after: number) =>
      Array.from({ length: after - first }, (_, index) => ({
        ...fullCustomer(first + index, 'Be'),
        status: 'MEMBER',
      }));
    const slice =
      made.get(from) ??
      jsonOf({
        result: customers(from, end),
        hasNext: end < listed.first + count,
        offset: String(end - 1),
      });
    made.set(from, slice);
    return slice;
  };
}

/** All bookings in one slice of any size. @param hasNext whether there are more */
function sliceOf(count: number, sign: 1 | -1, hasNext: boolean): Buffer {
  return jsonOf({ result: bookings(count, sign), hasNext, ...(hasNext && { offset: '50' }) });
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
