import { afterEach, describe, expect, it } from 'vitest';
import type { ApiRequest } from './api-request';
import {
  anything,
  closeServers,
  http,
  key,
  patient,
  problemOf,
  quick,
  request,
  serve,
} from './http-test-server';
import { RequestAborted } from './problems';

afterEach(closeServers);

describe('the time limits', () => {
  it('end a request without headers', async () => {
    const origin = await serve(() => undefined);
    expect(problemOf(await http(quick).json(request, anything, { address: origin, key }))).toMatchObject({
      kind: 'timeout',
      request: { attempts: 1 },
    });
  });

  it('end a request whose body never ends', async () => {
    const origin = await serve((_, response) => {
      response.write('{');
    });
    expect(problemOf(await http(quick).json(request, anything, { address: origin, key })).kind).toBe(
      'timeout',
    );
  });

  it('do not delay a cancelled request', async () => {
    const agent = new AbortController();
    const origin = await serve(() => agent.abort(new RequestAborted('cancelled')));
    const outcome = await http().json(request, anything, { address: origin, key }, agent.signal);
    expect(problemOf(outcome).kind).toBe('cancelled');
  });
});

describe('repetition', () => {
  async function answering(...statuses: number[]) {
    let count = 0;
    const origin = await serve((_, response) => {
      response.statusCode = statuses[Math.min(count, statuses.length - 1)] ?? 200;
      count += 1;
      response.end('{}');
    });
    return { origin, count: () => count };
  }

  it('follows a 503, and its number is reported', async () => {
    const api = await answering(503, 502, 200);
    expect((await http().json(request, anything, { address: api.origin, key })).ok).toBe(true);
    expect(api.count()).toBe(3);
  });

  it('stops after two attempts', async () => {
    const api = await answering(504);
    const outcome = await http().json(request, anything, { address: api.origin, key });
    expect(problemOf(outcome)).toMatchObject({ kind: 'unavailable', request: { attempts: 3 } });
    expect(api.count()).toBe(3);
  });

  it.each([500, 401, 404, 429])('never follows a %i', async (status) => {
    const api = await answering(status);
    await http().json(request, anything, { address: api.origin, key });
    expect(api.count()).toBe(1);
  });
});

describe('a 429', () => {
  it('pauses its endpoint, and no other, for a minute', async () => {
    let now = 1_000_000;
    let count = 0;
    const origin = await serve((message, response) => {
      count += 1;
      response.statusCode = message.url?.endsWith('/1001') ? 429 : 200;
      response.end('{}');
    });
    const client = http(patient, () => now);
    const first = problemOf(await client.json(request, anything, { address: origin, key }));
    expect(first).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: 60 });
    now += 20_000;
    const second = problemOf(await client.json(request, anything, { address: origin, key }));
    expect(second).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: 40, request: { attempts: 0 } });
    expect(count).toBe(1);
    const other: ApiRequest = { method: 'GET', endpoint: '/v1/customers/by' };
    expect((await client.json(other, anything, { address: origin, key })).ok).toBe(true);
    now += 40_001;
    await client.json(request, anything, { address: origin, key });
    expect(count).toBe(3);
  });
});
