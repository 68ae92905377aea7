import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestsPerMinute } from './rate-limiter';
import { maxBodyBytes } from './request-body';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
let clock = 0;
beforeEach(async () => {
  clock = 1_000_000;
  demo = await startTestServer({ now: () => clock });
});
afterEach(() => demo.server.close());

const unauthenticated = 'Authentication failed. No api-key, wrong api-key or wrong header name.';

describe('the key', () => {
  it('is required on every path, known or unknown', async () => {
    for (const path of ['/v1/customers/1001', '/v1/customers', '/', '/nowhere']) {
      const answer = await fetch(demo.server.origin + path);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ errorMessage: unauthenticated });
    }
  });

  it.each([
    ['a wrong one', { 'X-API-KEY': 'other' }],
    ['an empty one', { 'X-API-KEY': '' }],
    ['another header', { Authorization: 'key', 'X-API-KEY': '' }],
  ])('is refused as %s', async (_, headers) => {
    const answer = await demo.ask('/v1/customers/1001', { headers });
    expect(answer.status).toBe(401);
    expect(answer.json().errorMessage).toBe(unauthenticated);
  });
});

describe('HEAD', () => {
  it('answers 200 for a valid key and 401 for another, on any path', async () => {
    for (const path of ['/', '/v1/customers/1001', '/v1/customers/8500', '/nowhere']) {
      expect((await demo.ask(path, { method: 'HEAD' })).status).toBe(200);
      const refused = await demo.ask(path, { method: 'HEAD', headers: { 'X-API-KEY': 'other' } });
      expect(refused).toMatchObject({ status: 401, text: '' });
    }
  });
});

describe('errors', () => {
  it('have a JSON body with a trace ID of their own, the same after a restart', async () => {
    const first = await demo.ask('/nowhere');
    expect(first.status).toBe(404);
    expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(first.json().traceId).toMatch(/^[\da-f]{32}$/);
    expect((await demo.ask('/nowhere')).json().traceId).not.toBe(first.json().traceId);
    const again = await startTestServer();
    expect((await again.ask('/nowhere')).json().traceId).toBe(first.json().traceId);
    await again.server.close();
  });

  it('are 405 for an unsupported method', async () => {
    const post = await demo.ask('/v1/customers/1001', { method: 'POST', body: '{}' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const get = await demo.ask('/v1/customers/search');
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, HEAD']);
    expect((await demo.ask('/v1/customers', { method: 'DELETE' })).status).toBe(405);
  });

  it.each([
    '/v1/customers/1001/',
    '/v1/customers/1001/account',
    '/v1//customers',
    '/v2/customers/1001',
    '//',
  ])('are 404 for %s', async (path) => {
    expect((await demo.ask(path)).status).toBe(404);
  });

  it('are 413 for a body above the limit, and the connection stays open', async () => {
    const body = JSON.stringify({ lastName: 'x'.repeat(maxBodyBytes) });
    const large = await demo.ask('/v1/customers/search', { method: 'POST', body });
    expect(large.status).toBe(413);
    expect((await demo.ask('/v1/customers/1001')).status).toBe(200);
  });
});

describe('languages of errorMessage', () => {
  const german = 'Der Datensatz wurde nicht gefunden.';
  const english = 'The record was not found.';

  it.each([
    ['de', german],
    ['de-CH', german],
    ['en-GB,en;q=0.9,de;q=0.8', english],
    ['en;q=0.5, de', german],
    ['fr', english],
    ['fr, de;q=0.3', german],
    ['xx-YY, *', english],
    ['de;q=0', english],
    ['', english],
  ])('Accept-Language: %s', async (language, message) => {
    const answer = await demo.ask('/v1/customers/1', { headers: { 'Accept-Language': language } });
    expect(answer.json().errorMessage).toBe(message);
  });

  it("is the studio's own without the header", async () => {
    // Node's fetch always sends the header, so this request uses a plain socket.
    const { port } = new URL(demo.server.origin);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /v1/customers/1 HTTP/1.1\r\nHost: x\r\nX-API-KEY: key\r\nConnection: close\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toContain(german);
  });
});

describe('the rate limit', () => {
  const path = '/v1/customers/1001/account/balances';
  async function spend(count: number) {
    for (let sent = 0; sent < count; sent += 50)
      await Promise.all(Array.from({ length: 50 }, () => demo.ask(path)));
  }

  it('refuses the next minute after more than 1,000 requests to an endpoint', async () => {
    await spend(requestsPerMinute);
    const refused = await demo.ask(path);
    expect(refused.status).toBe(429);
    expect(refused.headers.has('retry-after')).toBe(false);
    expect(refused.json()).toMatchObject({ errorMessage: expect.any(String), traceId: expect.any(String) });

    // Requests are counted by endpoint: another customer has the same endpoint, the customer's record another one.
    expect((await demo.ask('/v1/customers/1002/account/balances')).status).toBe(429);
    expect((await demo.ask('/v1/customers/1001')).status).toBe(200);
    expect((await demo.ask(path, { method: 'HEAD' })).status).toBe(200);

    clock += 59_999;
    expect((await demo.ask(path)).status).toBe(429);
    clock += 1;
    expect((await demo.ask(path)).status).toBe(200);
  });

  it('counts any sixty seconds, not calendar minutes', async () => {
    await spend(500);
    clock += 59_000;
    await spend(500);
    clock += 1_000;
    await spend(500);
    expect((await demo.ask(path)).status).toBe(429);
  });
});

describe('the server', () => {
  it('listens on loopback only and counts its requests', async () => {
    expect(demo.server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const before = demo.server.requests();
    await demo.ask('/', { method: 'HEAD' });
    await demo.ask('/nowhere');
    expect(demo.server.requests()).toBe(before + 2);
  });

  it('closes open connections when it stops, including those of the slow account', async () => {
    const waiting = demo.ask('/v1/customers/9601/account/balances').catch(() => 'ended');
    while (demo.server.requests() === 0) await new Promise(setImmediate);
    await demo.server.close();
    expect(await waiting).toBe('ended');
    demo = await startTestServer();
  });

  it('reports a port that is in use', async () => {
    const port = Number(new URL(demo.server.origin).port);
    await expect(startTestServer({ port })).rejects.toThrow('EADDRINUSE');
  });
});
