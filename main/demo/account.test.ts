import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

const balances = async (id: string) => (await demo.ask(`/v1/customers/${id}/account/balances`)).text;

describe('GET /v1/customers/{customerId}/account/balances', () => {
  it('returns the documented fields', async () => {
    expect(await balances('1001')).toBe(
      '{"accountBalance":{"amount":-89.70,"currency":"EUR"},"consumptionCredit":{"amount":12.50,"currency":"EUR"},' +
        '"dunningLevel":"Dunning Level 1","inDebtCollection":true}',
    );
  });

  it.each([
    ['9003', '"accountBalance":{"amount":0.00,"currency":"EUR"}'],
    ['9007', '{"amount":-12500,"currency":"JPY"}'],
    ['9008', '{"amount":12.345,"currency":"KWD"}'],
    ['9009', '{"amount":12.50,"currency":"ZZQ"}'],
    ['9010', '{"amount":12.50,"currency":"EURO"}'],
    ['9011', '{"amount":0.07,"currency":"EUR"}'],
    ['9012', '{"amount":1234567.89,"currency":"EUR"}'],
    ['9029', '{"amount":12345678901234567.89,"currency":"EUR"}'],
    ['9030', '{"amount":1.5E+3,"currency":"EUR"}'],
  ])('%s sends %s digit for digit', async (id, text) => {
    expect(await balances(id)).toContain(text);
  });

  it('omits missing fields', async () => {
    expect(await balances('9005')).not.toContain('accountBalance');
    expect(await balances('9006')).toBe('{"inDebtCollection":false}');
    expect(await balances('9021')).not.toContain('consumptionCredit');
    expect(await balances('9022')).not.toContain('dunningLevel');
  });
});

interface Row {
  id: number;
  dueDate: string;
  description?: string;
  amount?: { amount: number; currency: string };
  openAmount?: { amount: number; currency: string };
  installmentPlan: boolean;
}

/** All rows of an endpoint, loaded with the returned offsets. */
async function rows(id: string, ending: string, sliceSize?: number): Promise<Row[]> {
  const all: Row[] = [];
  for (let offset: string | undefined = ''; offset !== undefined; ) {
    const query = new URLSearchParams({
      ...(sliceSize && { sliceSize: String(sliceSize) }),
      ...(offset && { offset }),
    });
    const slice = (await demo.ask(`/v1/customers/${id}/account/${ending}?${query}`)).json();
    expect(Object.keys(slice)).toEqual(['result', 'hasNext', 'offset']);
    expect(typeof slice.offset).toBe('string');
    all.push(...slice.result);
    offset = slice.hasNext ? slice.offset : undefined;
  }
  return all;
}

describe('GET …/account/transactions and …/upcoming', () => {
  it.each([1, 7, 50, 400, 500])('return all rows in slices of %i', async (size) => {
    for (const [ending, count] of [
      ['transactions', 400],
      ['transactions/upcoming', 60],
    ] as const) {
      const all = await rows('9014', ending, size);
      expect(all).toHaveLength(count);
      expect(new Set(all.map(({ id }) => id)).size).toBe(count);
      expect(all).toEqual(await rows('9014', ending));
    }
  });

  it('have dates around today, sorted by their distance', async () => {
    for (const id of ['1001', '9014', '9028', '2001', '2320']) {
      const past = (await rows(id, 'transactions')).map(({ dueDate }) => dueDate);
      const upcoming = (await rows(id, 'transactions/upcoming')).map(({ dueDate }) => dueDate);
      expect(past.every((date) => date < '2026-11-23')).toBe(true);
      expect(upcoming.every((date) => date >= '2026-11-23' && date <= '2027-11-23')).toBe(true);
      expect(past).toEqual(past.toSorted().reverse());
      expect(upcoming).toEqual(upcoming.toSorted());
    }
  });

  it('count today and the day one year ahead as upcoming', async () => {
    expect((await rows('9028', 'transactions')).map(({ description }) => description)).toEqual([
      'Due yesterday',
    ]);
    expect((await rows('9028', 'transactions/upcoming')).map(({ description }) => description)).toEqual([
      'Due today',
      'Due today as well',
      'Due tomorrow',
      'Due in one year',
    ]);
  });

  it('contain the account of the design', async () => {
    const past = await rows('1001', 'transactions');
    expect(past).toHaveLength(40);
    expect(
      past.filter(({ openAmount }) => openAmount?.amount !== 0).map(({ amount }) => amount?.amount),
    ).toEqual([29.9, 29.9]);
    expect(past.slice(0, 5).map(({ dueDate, description }) => [dueDate, description])).toEqual([
      ['2026-11-01', 'Membership Premium, November'],
      ['2026-10-01', 'Membership Premium, October'],
      ['2026-09-01', 'Membership Premium, September'],
      ['2026-08-12', 'Reminder fee'],
      ['2026-08-01', 'Membership Premium, August'],
    ]);
    expect(past.map(({ installmentPlan }) => installmentPlan).indexOf(true)).toBe(0);
    expect(past.filter(({ installmentPlan }) => installmentPlan)).toHaveLength(1);
    const upcoming = await rows('1001', 'transactions/upcoming');
    expect(upcoming.slice(0, 2).map(({ dueDate }) => dueDate)).toEqual(['2026-12-01', '2027-01-01']);
  });

  it('omit description, amount and open amount in every combination', async () => {
    const seen = new Set(
      (await rows('9016', 'transactions')).map((row) =>
        ['description', 'amount', 'openAmount'].filter((name) => name in row).join(),
      ),
    );
    expect(seen.size).toBe(8);
  });

  it('send amounts digit for digit in several currencies', async () => {
    const { text } = await demo.ask('/v1/customers/9011/account/transactions');
    for (const amount of ['0.07', '1234567.89', '12.345', '89.70', '-0.10'])
      expect(text).toContain(`"amount":{"amount":${amount},`);
    const currencies = (await rows('9017', 'transactions')).map(({ openAmount }) => openAmount?.currency);
    expect(new Set(currencies)).toEqual(new Set(['EUR', 'CHF', 'JPY']));
  });

  it('return an empty slice when there are none', async () => {
    for (const ending of ['transactions', 'transactions/upcoming'])
      expect((await demo.ask(`/v1/customers/9015/account/${ending}`)).text).toBe(
        '{"result":[],"hasNext":false,"offset":"0"}',
      );
  });

  it.each([
    ['sliceSize=0', 'sliceSize'],
    ['sliceSize=-5', 'sliceSize'],
    ['sliceSize=ten', 'sliceSize'],
    ['offset=elsewhere', 'offset'],
    ['offset=-1', 'offset'],
  ])('refuse %s', async (query, reference) => {
    for (const ending of ['transactions', 'transactions/upcoming']) {
      const answer = await demo.ask(`/v1/customers/9014/account/${ending}?${query}`);
      expect([answer.status, answer.json().reference]).toEqual([400, reference]);
    }
  });

  it('keep their number and IDs on every kind of day', async () => {
    for (const today of ['2026-12-01', '2027-01-31', '2028-02-29', '2026-11-30']) {
      const other = await startTestServer({ today: () => today });
      const ask = async (ending: string) =>
        (await other.ask(`/v1/customers/9014/account/${ending}?sliceSize=500`)).json().result as Row[];
      const [past, upcoming] = [await ask('transactions'), await ask('transactions/upcoming')];
      expect([past.length, upcoming.length]).toEqual([400, 60]);
      expect(new Set([...past, ...upcoming].map(({ id }) => id)).size).toBe(460);
      const pictured = await other.ask('/v1/customers/1001/account/transactions');
      expect(pictured.json().result).toHaveLength(40);
      await other.server.close();
    }
  });
});
