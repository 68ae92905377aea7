import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anything, closeServers, http, key, patient, problemOf, request, serve } from './http-test-server';
import { RequestAborted } from './problems';

afterEach(closeServers);

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
