import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractCanaries } from './example-contracts';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

const ask = (id: string, query = '') => demo.ask(`/v1/customers/${id}/contracts${query}`);
const contracts = async (id: string) => (await ask(id)).json();
const record = async (id: string) => (await demo.ask(`/v1/customers/${id}`)).json();
const required = [
  'id',
  'createdDate',
  'startDate',
  'endDate',
  'rateName',
  'contractStatus',
  'cancelled',
  'priceDetails',
  'lastPossibleCancellationDate',
  'term',
  'extensionTerm',
];

describe('GET /v1/customers/{customerId}/contracts', () => {
  it('returns a bare array with the contract of the picture, money digit for digit', async () => {
    const { text, json } = await ask('1001');
    const [before, now] = json();
    expect(before).toMatchObject({ contractStatus: 'INACTIVE', cancelled: true, endDate: '2019-01-31' });
    expect(now).toMatchObject({
      rateName: 'Premium',
      contractStatus: 'ACTIVE',
      cancelled: false,
      startDate: '2019-02-01',
      endDate: '2028-01-31',
      lastPossibleCancellationDate: '2027-10-31',
      extensionTerm: { periodValue: 12, periodUnit: 'MONTH' },
      cancellationPeriod: { periodValue: 3, periodUnit: 'MONTH' },
      priceDetails: { paymentFrequency: { type: 'RECURRING', term: { value: 1, unit: 'MONTH' } } },
      moduleContracts: [{ rateName: 'Sauna', paymentFrequency: 'RECURRING' }],
    });
    expect(text).toContain('"currentPrice":{"amount":29.90,"currency":"EUR"}');
    expect(text).toContain('"currentPrice":{"amount":5.00,"currency":"EUR"}');
    expect((await record('1001')).idlePeriods).toEqual([
      {
        id: expect.any(Number),
        startDate: '2027-01-01',
        endDate: '2027-01-31',
        reason: 'Illness',
        contract: { id: now.id, rateName: 'Premium' },
        unlimited: false,
      },
    ]);
  });

  it('filters by status, and refuses any other value', async () => {
    for (const status of ['ACTIVE', 'INACTIVE']) {
      const found = (await ask('1001', `?status=${status}`)).json();
      expect(found.map(({ contractStatus }: { contractStatus: string }) => contractStatus)).toEqual([status]);
    }
    for (const status of ['active', 'ENDED', '']) {
      const answer = await ask('1001', `?status=${status}`);
      expect([answer.status, answer.json().reference]).toEqual([400, 'status']);
    }
  });

  it('fails alone, or with everything else of the customer', async () => {
    expect((await ask('9117')).status).toBe(500);
    for (const rest of ['', '/account/balances', '/account/transactions', '/activities/checkins'])
      expect((await demo.ask(`/v1/customers/9117${rest}`)).status).toBe(200);
    expect((await ask('8500')).status).toBe(500);
    for (const id of ['9500', '9604', '9701']) expect((await ask(id)).status).toBe(200);
    expect((await ask('102001')).status).toBe(403);
    expect((await ask('99999999')).status).toBe(404);
  });
});

it('a key without the right reads neither contracts nor check-ins, of any customer', async () => {
  const { address, key } = demo.server.studios.find(({ name }) => name === 'City Gym') ?? { address: '' };
  const headers = { 'X-API-KEY': key ?? '' };
  for (const id of ['1002', '9116', '9174', '502001'])
    for (const [rest, status] of [
      ['/contracts', 403],
      ['/activities/checkins', 403],
      ['/account/balances', 200],
      ['/account/transactions', 200],
    ] as const) {
      const answer = await fetch(`${address}/v1/customers/${id}${rest}`, { headers });
      expect(answer.status).toBe(status);
      if (status === 403) expect(await answer.text()).not.toContain('errormessage.permission.denied');
    }
});

describe('a contract', () => {
  interface Listed {
    id: number;
    status: string;
    idlePeriods?: { contract?: { id: number; rateName: string } }[];
  }
  interface Row {
    amount?: { amount: number };
  }
  it('of every customer has the required fields, fits the status, the bookings and the pause', async () => {
    const everybody: Listed[] = (await demo.search({})).json();
    const seen = { PROSPECT: 0, FORMER_MEMBER: 0, MEMBER: 0 };
    for (const { id, status, idlePeriods } of everybody.filter((each) => each.id < 2200)) {
      const found = await contracts(String(id));
      seen[status as keyof typeof seen] += 1;
      for (const each of found) {
        expect(Object.keys(each)).toEqual(expect.arrayContaining(required));
        expect(each.startDate < each.endDate).toBe(true);
      }
      const statuses = found.map(({ contractStatus }: { contractStatus: string }) => contractStatus);
      if (status === 'PROSPECT') expect(found).toEqual([]);
      if (status === 'FORMER_MEMBER') expect(statuses).toEqual(['INACTIVE']);
      if (status === 'FORMER_MEMBER') expect(found[0].endDate < '2026-11-23').toBe(true);
      if (status === 'MEMBER') expect(statuses).toContain('ACTIVE');
      const active = found.find(
        ({ contractStatus }: { contractStatus: string }) => contractStatus === 'ACTIVE',
      );
      if (!active) continue;
      expect(active.endDate >= '2026-11-23').toBe(true);
      expect(active.lastPossibleCancellationDate >= '2026-11-23').toBe(true);
      const paused = idlePeriods?.[0]?.contract;
      if (paused) expect(paused).toEqual({ id: active.id, rateName: active.rateName });
      const upcoming: Row[] = (await demo.ask(`/v1/customers/${id}/account/transactions/upcoming`)).json()
        .result;
      expect(upcoming[0]?.amount?.amount).toBe(active.priceDetails.currentPrice.amount);
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  it('is the same after every start, and is extended on later days', async () => {
    const again = await startTestServer();
    expect((await again.ask('/v1/customers/2001/contracts')).text).toBe((await ask('2001')).text);
    await again.server.close();
    const later = await startTestServer({ today: () => '2029-02-28' });
    const [, now] = (await later.ask('/v1/customers/1001/contracts')).json();
    expect([now.startDate, now.endDate]).toEqual(['2019-02-01', '2031-01-31']);
    const [cancelled] = (await later.ask('/v1/customers/9108/contracts')).json();
    expect(cancelled.endDate).toBe('2029-03-31');
    await later.server.close();
  });
});

describe('the examples', () => {
  it.each([
    ['9101', true, '2026-10-29', '2026-12-23'],
    ['9102', true, '2026-10-29', undefined],
    ['9103', false, '2026-11-24', undefined],
    ['9104', false, '2026-09-24', '2026-11-13'],
    ['9127', true, '2026-11-03', undefined],
  ])('%s: access refused %s, restricted from %s to %s', async (id, accessRefusal, startDate, endDate) => {
    const restriction = { reason: 'Outstanding fees', startDate, ...(endDate && { endDate }) };
    expect(await record(id)).toMatchObject({ accessRefusal });
    expect((await record(id)).accessRestrictions).toEqual([restriction]);
  });

  it('follow the day while the server runs', async () => {
    let today = '2026-11-23';
    const moving = await startTestServer({ today: () => today });
    today = '2026-11-24';
    const { accessRestrictions } = (await moving.ask('/v1/customers/9103')).json();
    expect(accessRestrictions[0].startDate).toBe('2026-11-25');
    await moving.server.close();
  });

  it('name the paused contract by ID and rate', async () => {
    for (const id of ['9105', '9106', '9032']) {
      const [{ contract }] = (await record(id)).idlePeriods;
      const [{ id: contractId, rateName }] = await contracts(id);
      expect(contract).toEqual({ id: contractId, rateName });
    }
    expect((await record('9032')).idlePeriods[0].contract).toEqual({ id: 903_200, rateName: 'Premium' });
  });

  it('are cancelled in time and after the deadline', async () => {
    const [inTime] = await contracts('9108');
    expect(inTime).toMatchObject({
      cancelled: true,
      cancellationReason: 'Moving away',
      contractStatus: 'ACTIVE',
    });
    expect(inTime.cancellationReceiptDate < inTime.lastPossibleCancellationDate).toBe(true);
    expect([inTime.endDate, inTime.cancellationDate]).toEqual(['2026-12-31', '2026-12-31']);
    const [late] = await contracts('9109');
    expect([late.endDate, late.cancellationReceiptDate]).toEqual(['2027-12-31', '2026-10-05']);
  });

  it.each([
    ['9110', '"type":"TERM_BASED"'],
    ['9110', '{"term":{"value":3,"unit":"MONTH"},"price":{"amount":24.90,"currency":"EUR"}}'],
    ['9111', '{"month":"JULY","monthValue":7,"dayOfMonth":1},"price":{"amount":149.50,"currency":"EUR"}'],
    ['9112', '"paymentFrequency":"NON_RECURRING"'],
    ['9113', '"type":"EVERY_FULL_MOON"'],
    ['9113', '"term":{"periodValue":26,"periodUnit":"FORTNIGHT"}'],
    ['9114', '"type":"FREE"'],
    [
      '9115',
      '"basePrice":{"amount":34.90,"currency":"EUR"},"currentPrice":{"amount":24.90,"currency":"EUR"}',
    ],
    ['9119', '"moduleContracts":[{"rateName":"Sauna","paymentFrequency":"RECURRING"},{"id":911951}]'],
    ...contractCanaries.map((canary): [string, string] => ['9128', canary]),
  ])('%s sends %s', async (id, text) => {
    expect((await ask(id)).text).toContain(text);
  });

  it('have the bookings that they describe', async () => {
    const past = async (id: string): Promise<Record<string, unknown>[]> =>
      (await demo.ask(`/v1/customers/${id}/account/transactions?sliceSize=500`)).json().result;
    expect((await past('9118'))[1]).toMatchObject({
      chargeType: 'MEMBERSHIP_CHARGE',
      paidPeriodFrom: '2026-11-01',
      paidPeriodTo: '2026-11-30',
    });
    expect((await past('9119')).some((row) => 'chargeType' in row)).toBe(false);
    const installments = (await past('9122')).filter(({ installmentPlan }) => installmentPlan);
    expect(installments.map(({ openAmount }) => openAmount)).toEqual([
      { amount: 29.9, currency: 'EUR' },
      { amount: 10, currency: 'EUR' },
    ]);
    expect(await past('9125')).toHaveLength(500);
    const { result, hasNext } = (
      await demo.ask(
        `/v1/customers/9125/account/transactions?sliceSize=500&offset=${(await past('9125')).at(-1)?.id}`,
      )
    ).json();
    expect([result.length, hasNext]).toEqual([120, false]);
    const open = result.filter(({ openAmount }: { openAmount: { amount: number } }) => openAmount.amount > 0);
    expect(open).toHaveLength(1);
  });
});
