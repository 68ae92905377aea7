import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typedArgTypes } from '../../preload/contract/problem';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer({ slowMs: 0 });
});
afterAll(() => demo.server.close());

const balances = (id: string, headers = {}) => demo.ask(`/v1/customers/${id}/account/balances`, { headers });
const statuses = [400, 401, 403, 404, 409, 429, 500, 503];
const fullBody = {
  errorMessage: expect.any(String),
  errorCode: expect.any(String),
  traceId: expect.stringMatching(/^[\da-f]{32}$/),
  reference: expect.any(String),
  args: expect.any(Array),
  typedArgs: expect.arrayContaining([{ value: expect.anything(), type: expect.any(String) }]),
};

describe.each(statuses)('%i', (status) => {
  it("is the answer about one customer's account, who loads", async () => {
    const answer = await balances(`9${status}`);
    expect(answer.status).toBe(status);
    expect(answer.json()).toEqual(fullBody);
    expect((await demo.ask(`/v1/customers/9${status}`)).json()).toMatchObject({
      lastName: 'Demo',
      customerNumber: `9-09${status}`,
    });
    expect((await demo.ask(`/v1/customers/9${status}/account/transactions`)).status).toBe(200);
  });

  it('is the answer to every request about another one', async () => {
    for (const rest of ['', '/account/balances', '/account/transactions', '/account/transactions/upcoming']) {
      const answer = await demo.ask(`/v1/customers/8${status}${rest}`);
      expect(answer.status).toBe(status);
      expect(answer.json()).toEqual(fullBody);
    }
    const found = await demo.search({ lastName: 'Demo', firstName: `${status} on everything` });
    expect(found.json()).toHaveLength(1);
  });

  it('is available in German and English', async () => {
    const [german, english] = [
      await balances(`9${status}`, { 'Accept-Language': 'de' }),
      await balances(`9${status}`),
    ];
    expect(german.json().errorMessage).not.toBe(english.json().errorMessage);
  });
});

describe('400 on the account', () => {
  it('has arguments of all 17 types, numbers digit for digit', async () => {
    const { text, json } = await balances('9400');
    expect(json().typedArgs.map(({ type }: { type: string }) => type)).toEqual([...typedArgTypes]);
    expect(text).toContain('{"value":9007199254740993,"type":"INTEGER"}');
    expect(text).toContain('{"value":0.07,"type":"DECIMAL"}');
  });
});

describe('403', () => {
  it('means another studio on everything, and a missing scope on the account', async () => {
    expect((await demo.ask('/v1/customers/8403')).json().errorCode).toBe('errormessage.permission.denied');
    expect((await balances('9403')).json().errorCode).not.toBe('errormessage.permission.denied');
  });
});

describe('other faults', () => {
  it('9502: a gateway answers HTML', async () => {
    const { status, headers, text } = await balances('9502');
    expect([status, headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(text).toContain('502 Bad Gateway');
  });

  it('9601: slow, and complete', async () => {
    expect((await balances('9601')).json()).toHaveProperty('inDebtCollection');
  });

  it('9602: a sign-in page with status 200', async () => {
    const { status, headers, text } = await balances('9602');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toMatch(/^<!doctype html>/);
  });

  it('9603: only a message', async () => {
    expect(Object.keys((await balances('9603')).json())).toEqual(['errorMessage']);
  });

  it('9604: bookings fail, the account works', async () => {
    expect((await balances('9604')).status).toBe(200);
    for (const ending of ['transactions', 'transactions/upcoming'])
      expect((await demo.ask(`/v1/customers/9604/account/${ending}`)).status).toBe(500);
  });

  it('9605: wrong types', async () => {
    expect(typeof (await balances('9605')).json().inDebtCollection).toBe('string');
  });

  it('9606: markup', async () => {
    expect((await balances('9606')).json().errorMessage).toMatch(/<b>.*<script>/);
  });

  it('9607: names the customer', async () => {
    expect((await balances('9607')).json().errorMessage).toContain(
      'Personal error Demo (demo.9607@example.com)',
    );
  });

  it('9608: half of the body', async () => {
    const { status, text } = await balances('9608');
    expect(status).toBe(200);
    expect(() => JSON.parse(text)).toThrow();
  });

  it('9609: no answer', async () => {
    await expect(balances('9609')).rejects.toThrow('fetch failed');
  });

  it('9610: repeats the key', async () => {
    expect((await balances('9610')).json().errorMessage).toContain('X-API-KEY: key ');
  });

  it('9611: fails every other time', async () => {
    const answered: number[] = [];
    for (let count = 0; count < 4; count += 1) answered.push((await balances('9611')).status);
    expect(answered).toEqual([503, 200, 503, 200]);
  });
});
