import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckInRecord } from './api-records';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

const ask = (id: string, query = '') => demo.ask(`/v1/customers/${id}/activities/checkins${query}`);
const dates = (rows: CheckInRecord[]) => rows.map(({ checkInDateTime }) => checkInDateTime?.slice(0, 10));

/** All check-ins of a query, loaded with the returned offsets. */
async function all(id: string, query: string): Promise<CheckInRecord[]> {
  const rows: CheckInRecord[] = [];
  for (let offset: string | undefined = '0'; offset !== undefined; ) {
    const slice = (await ask(id, `?${query}&offset=${offset}`)).json();
    rows.push(...slice.result);
    offset = slice.hasNext ? slice.offset : undefined;
  }
  return rows;
}

/** Milliseconds since the epoch of a time whose zone is named twice. */
const ms = (dateTime = '') => Date.parse(dateTime.replace(/\[.*\]$/, ''));

describe('GET /v1/customers/{customerId}/activities/checkins', () => {
  it('returns the visits of the last month, newest first, without fields of its own', async () => {
    const { result, hasNext } = (await ask('1001')).json();
    expect(dates(result)).toEqual([
      '2026-11-21',
      '2026-11-18',
      '2026-11-14',
      '2026-11-11',
      '2026-11-07',
      '2026-11-03',
      '2026-10-31',
      '2026-10-27',
    ]);
    expect(hasNext).toBe(false);
    expect(result[0].checkInDateTime).toMatch(/^2026-11-21T\d\d:\d\d:00\.000\+01:00\[Europe\/Berlin\]$/);
    for (const { checkInDateTime, checkOutDateTime } of await all('9170', 'sliceSize=50'))
      expect(ms(checkOutDateTime) - ms(checkInDateTime)).toBe(75 * 60_000);
    expect(dates(await all('1001', 'fromDate=2026-09-01&toDate=2026-10-15'))).toEqual([
      '2026-10-13',
      '2026-09-24',
    ]);
  });

  it('returns all visits in slices, each once', async () => {
    for (const size of [1, 7, 50]) {
      const rows = await all('9170', `fromDate=2026-01-01&toDate=2026-11-23&sliceSize=${size}`);
      expect(rows).toHaveLength(120);
      expect(new Set(rows.map(({ checkinId }) => checkinId)).size).toBe(120);
    }
  });

  it('accepts 365 days, and begins with the same day of the month before by default', async () => {
    expect((await ask('1001', '?fromDate=2025-11-23&toDate=2026-11-23')).status).toBe(200);
    const october = await all('9170', 'toDate=2026-10-31');
    expect(dates(october).at(-1)).toBe('2026-09-30');
  });

  it.each([
    ['fromDate=2025-11-22&toDate=2026-11-23', 'toDate'],
    ['fromDate=2026-11-02&toDate=2026-11-01', 'toDate'],
    ['fromDate=01.11.2026', 'fromDate'],
    ['toDate=2026-02-30', 'toDate'],
    ['sliceSize=0', 'sliceSize'],
    ['sliceSize=51', 'sliceSize'],
    ['offset=elsewhere', 'offset'],
  ])('refuses %s', async (query, reference) => {
    const answer = await ask('1001', `?${query}`);
    expect([answer.status, answer.json().reference]).toEqual([400, reference]);
  });

  it('gives most invented members visits of the studio, none to prospects, the same after every start', async () => {
    const everybody: { id: number; status: string }[] = (await demo.search({})).json();
    const invented = everybody.filter(({ id }) => id >= 2001 && id < 2100);
    const again = await startTestServer();
    let visitors = 0;
    for (const { id, status } of invented) {
      const answer = await ask(String(id));
      const { result } = answer.json();
      if (status !== 'MEMBER') expect(result).toEqual([]);
      for (const { studioName } of result) expect(studioName).toBe('Fit Example Munich');
      if (result.length > 0) visitors += 1;
      expect((await again.ask(`/v1/customers/${id}/activities/checkins`)).text).toBe(answer.text);
    }
    expect(visitors).toBeGreaterThan(50);
    await again.server.close();
  });

  it('fails alone, or with everything else of the customer', async () => {
    expect((await ask('9175')).status).toBe(500);
    for (const rest of ['', '/account/balances', '/account/transactions', '/contracts'])
      expect((await demo.ask(`/v1/customers/9175${rest}`)).status).toBe(200);
    expect((await ask('8500')).status).toBe(500);
    expect((await ask('9500')).status).toBe(200);
    expect((await ask('9604')).status).toBe(200);
    expect((await ask('102001')).status).toBe(403);
  });
});
