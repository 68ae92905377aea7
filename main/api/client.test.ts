import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail, succeed } from '../../preload/contract/problem';
import { ApiClient } from './client';
import { phoneOwner, phoneOwnerFilter } from './customer-slices';
import { Http } from './http';
import { bookingsLookup } from './lookups/bookings';
import { Quota } from './quota';
import { SliceAnswer } from './slice-answer';

let answer: unknown;
const paths: (string | undefined)[] = [];
const server = createServer(({ url }, response) => {
  paths.push(url);
  response.end(JSON.stringify(answer));
});

beforeEach(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function client(): ApiClient {
  const http = new Http(
    (url, init) => fetch(url, init),
    new Quota(Date.now),
    () => 'en',
    () => undefined,
  );
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new ApiClient(http, async () => succeed({ address: origin, key: 'k' }));
}

const studio = 'https://studio.example#1';
const { signal } = new AbortController();

it('refuses a record of another customer than the requested one', async () => {
  answer = { id: 2, status: 'MEMBER', accessRefusal: false };
  expect(await client().queries(studio).customer('1', 'studio', signal)).toMatchObject({
    ok: false,
    problem: { kind: 'unexpectedAnswer' },
  });
  expect(await client().queries(studio).customer('2', 'studio', signal)).toMatchObject({
    ok: true,
    value: { id: '2' },
  });
});

it('refuses a slice that has a next one but no offset', async () => {
  answer = { result: [], hasNext: true, offset: null };
  const outcome = await client().lookup(bookingsLookup, { studio, id: '1', period: 'past' }, signal);
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unexpectedAnswer' } });
});

it('asks for members without a status, which older versions do not know, and for others with it', async () => {
  answer = { result: [{ id: 2, phonePrivate: '+49 30 901820' }], hasNext: true, offset: 2 };
  paths.length = 0;
  const reader = () => new SliceAnswer(phoneOwner, phoneOwnerFilter, undefined);
  const first = await client().customerSlice(studio, { status: 'MEMBER', size: 500 }, reader, signal);
  expect(first).toEqual({
    ok: true,
    value: { rows: [{ id: '2', phones: ['+49 30 901820'] }], nextOffset: '2' },
  });
  await client().customerSlice(studio, { status: 'PROSPECT', size: 50, offset: 'a&b' }, reader, signal);
  expect(paths).toEqual([
    '/v1/customers?sliceSize=500',
    '/v1/customers?customerStatus=PROSPECT&sliceSize=50&offset=a%26b',
  ]);
});

it('reads the country of a studio', async () => {
  answer = { studioId: 1, countryCode: 'AT' };
  expect(await client().studioCountry(studio, signal)).toEqual({ ok: true, value: 'AT' });
  answer = { studioId: 1 };
  expect(await client().studioCountry(studio, signal)).toEqual({ ok: true, value: undefined });
});

it('reads no key for a request that was stopped before its turn', async () => {
  let keys = 0;
  const http = { json: () => Promise.reject(new Error('sent')) } as unknown as Http;
  const stopped = new ApiClient(http, async () => {
    keys += 1;
    return succeed({ address: 'https://studio.example', key: 'k' });
  });
  const outcome = await stopped.queries(studio).customer('1', 'studio', AbortSignal.abort());
  expect(outcome).toEqual(fail({ kind: 'cancelled' }));
  expect(keys).toBe(0);
});

it('requests customers of the studio or of the whole chain', async () => {
  answer = [];
  paths.length = 0;
  for (const scope of ['studio', 'chain'] as const) {
    await client().queries(studio).search({ lastName: 'x' }, scope, signal);
    await client().queries(studio).customerBy('pin', '1', undefined, scope, signal);
    await client().queries(studio).customer('1', scope, signal);
  }
  expect(paths).toEqual([
    '/v1/customers/search',
    '/v1/customers/by?pin=1',
    '/v1/customers/1',
    '/v1/cross-studio/customers/search',
    '/v1/cross-studio/customers/by?pin=1',
    '/v1/cross-studio/customers/1',
  ]);
});
