import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { succeed } from '../../preload/contract/problem';
import { ApiClient } from './client';
import { Http } from './http';
import { Quota } from './quota';

let answer: unknown;
const server = createServer((_, response) => response.end(JSON.stringify(answer)));

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
  return new ApiClient(http, async () => succeed({ origin, key: 'k' }));
}

const { signal } = new AbortController();

it('takes no other customer for the one that was asked for', async () => {
  answer = { id: 2, status: 'MEMBER', accessRefusal: false };
  expect(await client().customer('1', signal)).toMatchObject({
    ok: false,
    problem: { kind: 'unexpectedAnswer' },
  });
  expect(await client().customer('2', signal)).toMatchObject({ ok: true, value: { id: '2' } });
});

it('takes no slice for the last that names no way to the next', async () => {
  answer = { result: [], hasNext: true, offset: null };
  const outcome = await client().bookings('1', 'past', undefined, signal);
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unexpectedAnswer' } });
});
