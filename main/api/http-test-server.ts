import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Outcome } from '../../preload/contract/problem';
import type { ApiRequest } from './api-request';
import { defaultLimits, Http, type OnRequestEnd } from './http';
import type { Limits } from './http-attempt';
import { Quota } from './quota';

export const key = 'canary-key-5e1f';
export const request: ApiRequest = {
  method: 'GET',
  endpoint: '/v1/customers/{customerId}',
  path: { customerId: '1001' },
};
export const anything = z.unknown();
export const patient: Limits = { ...defaultLimits, backoffMs: 1 };
/** For requests that time out. */
export const quick: Limits = { ...patient, headersMs: 200, totalMs: 400 };

const servers: Server[] = [];

/** Starts a server on loopback and returns its origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Ends the servers of a test. */
export function closeServers(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

/** Node's fetch has other error messages than Chromium, whose errors the end-to-end tests provoke. */
export function http(
  limits: Limits = patient,
  now = Date.now,
  ended: OnRequestEnd = () => undefined,
  share = 300,
): Http {
  return new Http(
    (url, init) => fetch(url, init),
    new Quota(now, share),
    () => 'de',
    ended,
    limits,
    now,
  );
}

export function problemOf<T>(outcome: Outcome<T>) {
  if (outcome.ok) throw new Error('expected a problem');
  return outcome.problem;
}
