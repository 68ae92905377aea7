import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Outcome } from '../../preload/contract/problem';
import { type ApiRequest, defaultLimits, Http, type Limits, type OnRequestEnd } from './http';
import { RequestAborted } from './problems';
import { Quota } from './quota';

const key = 'canary-key-5e1f';
const request: ApiRequest = {
  method: 'GET',
  endpoint: '/v1/customers/{customerId}',
  path: { customerId: '1001' },
};
const anything = z.unknown();
const patient: Limits = { ...defaultLimits, backoffMs: 1 };
/** For requests that time out. */
const quick: Limits = { ...patient, headersMs: 200, totalMs: 400 };

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Node's fetch has other error messages than Chromium, whose errors the end-to-end tests provoke. */
function http(
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

function problemOf<T>(outcome: Outcome<T>) {
  if (outcome.ok) throw new Error('expected a problem');
  return outcome.problem;
}

describe('a request', () => {
  it('sends the key, the language and the path with escaped values', async () => {
    const seen: IncomingMessage[] = [];
    const origin = await serve((message, response) => {
      seen.push(message);
      response.end('{}');
    });
    await http().json({ ...request, path: { customerId: '../1' }, query: { offset: 'a&b' } }, anything, {
      address: origin,
      key,
    });
    expect(seen[0]?.url).toBe('/v1/customers/..%2F1?offset=a%26b');
    expect(seen[0]?.headers).toMatchObject({ 'x-api-key': key, 'accept-language': 'de' });
  });

  it('sends one trace ID with all attempts, and reports it', async () => {
    const sent: string[] = [];
    const origin = await serve(({ headers }, response) => {
      sent.push(String(headers.traceparent));
      response.writeHead(503, { Server: 'envoy', 'Retry-After': '7' }).end();
    });
    const problem = problemOf(await http().json(request, anything, { address: origin, key }));
    const { id } = problem.request ?? {};
    expect(id).toMatch(/^[\da-f]{32}$/);
    expect(new Set(sent).size).toBe(3);
    for (const each of sent) expect(each).toMatch(new RegExp(`^00-${id}-[\\da-f]{16}-01$`));
    expect(problem.response).toMatchObject({
      server: 'envoy',
      retryAfter: '7',
      date: expect.stringContaining('GMT'),
    });
  });

  it('reports no header that contains the key, and little of a long one', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(500, { Server: `proxy for ${key} ${'x'.repeat(500)}` }).end();
    });
    const problem = problemOf(await http().json(request, anything, { address: origin, key }));
    expect(problem.response?.server).toMatch(/^proxy for \[removed\] x{1,500}$/);
  });

  it('returns a 200 as its schema reads it', async () => {
    const origin = await serve((_, response) => response.end('{"a":1}'));
    expect(await http().json(request, z.object({ a: z.number() }), { address: origin, key })).toEqual({
      ok: true,
      value: { a: 1 },
    });
  });

  it('reports the facts of a failure without query, key or header', async () => {
    const origin = await serve((_, response) => {
      response.statusCode = 500;
      response.end(
        JSON.stringify({ errorMessage: 'broken', traceId: 'abc', errorCode: 'x', reference: 'a.b' }),
      );
    });
    const problem = problemOf(
      await http().json({ ...request, query: { email: 'a@b' } }, anything, { address: origin, key }),
    );
    expect(problem).toMatchObject({
      kind: 'serverError',
      request: {
        method: 'GET',
        endpoint: '/v1/customers/{customerId}',
        path: '/v1/customers/1001',
        attempts: 1,
      },
      response: { status: 500, errorMessage: 'broken', traceId: 'abc', errorCode: 'x', reference: 'a.b' },
    });
    expect(JSON.stringify(problem)).not.toContain(key);
    expect(JSON.stringify(problem)).not.toContain('a@b');
  });

  it('ignores the status line, in which a server may echo the key', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(401, `Unknown key ${key}`).end();
    });
    const problem = problemOf(await http().json(request, anything, { address: origin, key }));
    expect(problem.response?.statusText).toBe('Unauthorized');
  });

  it('redacts the key in a successful answer', async () => {
    const origin = await serve((_, response) => response.end(JSON.stringify([{ name: `x ${key}` }])));
    expect(await http().json(request, anything, { address: origin, key })).toEqual({
      ok: true,
      value: [{ name: 'x [removed]' }],
    });
  });

  it('redacts the key in any answer', async () => {
    const origin = await serve((_, response) => {
      response.statusCode = 401;
      response.end(JSON.stringify({ errorMessage: `No such key ${key}`, args: [key] }));
    });
    const outcome = await http().json(request, anything, { address: origin, key });
    expect(JSON.stringify(outcome)).not.toContain(key);
    expect(problemOf(outcome).response?.errorMessage).toBe('No such key [removed]');
  });
});

it('redacts an escaped key', async () => {
  const slashed = 'canary/key+5e1f==';
  const origin = await serve((_, response) => {
    response.statusCode = 500;
    response.end('{"errorMessage":"bad canary\\/key+5e1f== and \\u0063anary/key+5e1f=="}');
  });
  const outcome = await http().json(request, anything, { address: origin, key: slashed });
  expect(problemOf(outcome).response?.errorMessage).toBe('bad [removed] and [removed]');
});

it('redacts the beginning of the key where a long text is cut', async () => {
  const origin = await serve((_, response) => {
    response.statusCode = 500;
    response.end(JSON.stringify({ errorMessage: `${'x'.repeat(4_000 - 10)}${key}` }));
  });
  const outcome = await http().json(request, anything, { address: origin, key });
  expect(problemOf(outcome).response?.errorMessage).toMatch(/^x+\[removed\]$/);
});

describe('an answer', () => {
  it.each([
    [400, 'badRequest'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [418, 'unexpectedStatus'],
    [500, 'serverError'],
    [204, 'unexpectedStatus'],
  ])('with status %i is %s, whatever its body', async (status, kind) => {
    const bodies = ['', '<html>', '{"errorMessage":5}', 'null'];
    for (const body of bodies) {
      const origin = await serve((_, response) => {
        response.statusCode = status;
        response.end(status === 204 ? undefined : body);
      });
      expect(problemOf(await http().json(request, anything, { address: origin, key }))).toMatchObject({
        kind,
        response: { status },
      });
    }
  });

  it('reads a 403 with the documented code as another studio', async () => {
    const origin = await serve((_, response) => {
      response.statusCode = 403;
      response.end('{"errorMessage":"no","errorCode":"errormessage.permission.denied"}');
    });
    expect(problemOf(await http().json(request, anything, { address: origin, key })).kind).toBe(
      'forbiddenOtherStudio',
    );
  });

  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>', 'notTheApi'],
    ['truncated JSON', '{"a":', 'unexpectedAnswer'],
    ['nested beyond any stack', '['.repeat(200_000), 'unexpectedAnswer'],
    ['another shape', '{"b":1}', 'unexpectedAnswer'],
  ])('of 200 that is %s is refused', async (_, body, kind) => {
    const origin = await serve((_message, response) => response.end(body));
    const outcome = await http().json(request, z.object({ a: z.number() }), { address: origin, key });
    expect(problemOf(outcome).kind).toBe(kind);
  });

  it('is refused above the byte limit, counted after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, 32));
    const origin = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(bomb);
    });
    expect(problemOf(await http().json(request, anything, { address: origin, key })).kind).toBe('tooLarge');
  });
});

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

describe('every request', () => {
  it('is reported once with its result', async () => {
    const told: unknown[] = [];
    const bodies = ['{"a":1}', '<html>'];
    const origin = await serve((_, response) => response.end(bodies.shift()));
    const client = http(patient, Date.now, (facts, problem) => told.push([facts.attempts, problem?.kind]));
    await client.json(request, z.object({ a: z.number() }), { address: origin, key });
    await client.json(request, anything, { address: origin, key });
    expect(told).toEqual([
      [1, undefined],
      [1, 'notTheApi'],
    ]);
  });

  it('waits for the share of this desktop, and leaves the queue when it is cancelled', async () => {
    let count = 0;
    const origin = await serve((_, response) => {
      count += 1;
      response.end('{}');
    });
    const told: (number | undefined)[] = [];
    const client = http(patient, Date.now, ({ attempts }) => told.push(attempts), 10);
    const ask = (signal?: AbortSignal) => client.json(request, anything, { address: origin, key }, signal);
    expect([(await ask()).ok, (await ask()).ok]).toEqual([true, true]);
    const agent = new AbortController();
    const third = ask(agent.signal);
    agent.abort(new RequestAborted('cancelled'));
    expect(problemOf(await third).kind).toBe('cancelled');
    expect([count, told]).toEqual([2, [1, 1, 0]]);
  });
});
