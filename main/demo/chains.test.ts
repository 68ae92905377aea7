import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

describe('/v1/cross-studio/customers', () => {
  const withRight = { 'X-API-KEY': 'chain-key' };

  it('refuses a key without the scope, without naming the other studio', async () => {
    const search = { method: 'POST', body: '{}' };
    for (const answer of [
      await demo.ask('/v1/cross-studio/customers/search', search),
      await demo.ask('/v1/cross-studio/customers/by?customerNumber=1-12345'),
      await demo.ask('/v1/cross-studio/customers/1001'),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.json().errorCode).not.toBe('errormessage.permission.denied');
    }
  });

  it('finds customers of both studios with the scope', async () => {
    const one = await demo.ask('/v1/cross-studio/customers/102001', { headers: withRight });
    expect(one.json()).toMatchObject({ id: 102001, studioId: 1210093510 });
    const by = await demo.ask('/v1/cross-studio/customers/by?customerNumber=2-12000', { headers: withRight });
    expect(by.json().id).toBe(102001);
    const body = { method: 'POST', body: '{}', headers: withRight };
    const both = (await demo.ask('/v1/cross-studio/customers/search', body)).json();
    expect(new Set(both.map(({ studioId }: { studioId?: number }) => studioId))).toContain(1210093510);
    // The scope covers the search only; the endpoints of the studio stay closed.
    expect((await demo.ask('/v1/customers/102001', { headers: withRight })).status).toBe(403);
    expect((await demo.ask('/v1/customers/1001', { headers: withRight })).status).toBe(200);
  });
});

describe('the other studios', () => {
  const keyOf = (name: string) => demo.server.studios.find((studio) => studio.name.includes(name));
  /** Sends a request with the key of a studio. */
  async function askAt(name: string, path: string, init: { method?: string } = {}) {
    const { address = '', key = '' } = keyOf(name) ?? {};
    const response = await fetch(address + path, { ...init, headers: { 'X-API-KEY': key } });
    return { status: response.status, json: JSON.parse((await response.text()) || 'null') };
  }

  it('are five with a key, in two chains, and each key names its studio', async () => {
    expect(demo.server.studios.map(({ name }) => name)).toEqual([
      'Fit Example Munich',
      'Fit Example Augsburg',
      'Fit Example Ulm',
      'Fit Example Nuremberg',
      'City Gym',
    ]);
    expect((await askAt('Ulm', '/v1/studios/information')).json).toMatchObject({
      studioId: 1210093520,
      name: 'Fit Example Ulm',
      city: 'Ulm',
    });
    expect((await askAt('City Gym', '/v1/studios/information')).status).toBe(403);
  });

  it('have a key that sees only its own studio, only at its own address', async () => {
    expect((await askAt('City Gym', '/v1/customers/1002')).json).toMatchObject({ customerNumber: '1-12345' });
    expect((await askAt('City Gym', '/v1/customers/1001')).status).toBe(404);
    expect((await askAt('City Gym', '/v1/cross-studio/customers/1002')).status).toBe(403);
    const { key = '' } = keyOf('City Gym') ?? {};
    expect((await demo.ask('/v1/customers/1001', { headers: { 'X-API-KEY': key } })).status).toBe(401);
  });

  it('answer 429 or refuse their key, as configured', async () => {
    expect((await askAt('Ulm', '/v1/customers/9703')).status).toBe(429);
    expect((await askAt('Ulm', '/', { method: 'HEAD' })).status).toBe(200);
    expect((await askAt('Nuremberg', '/', { method: 'HEAD' })).status).toBe(401);
  });

  it('have a customer who moved: the old studio lists them, and has no account', async () => {
    const own = await demo.ask('/v1/customers/9701');
    expect(own.json()).toMatchObject({ studioId: 1210093500 });
    expect((await demo.ask('/v1/customers/9701/account/balances')).status).toBe(404);
    const now = await demo.ask('/v1/cross-studio/customers/9701', { headers: { 'X-API-KEY': 'chain-key' } });
    expect(now.json()).toMatchObject({ studioId: 1210093510 });
  });
});
