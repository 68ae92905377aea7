import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListFault, listFaults } from './list-faults';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer({ generated: 20_000 });
});
afterAll(() => demo.server.close());

type Sent = Record<string, unknown> & { id: number };
type Slice = { result: Sent[]; hasNext: boolean; offset: string };

const headers = { 'X-API-KEY': 'key-7' };
const list = (query = '') => demo.ask(`/generated/v1/customers?sliceSize=500${query}`, { headers });
const slice = async (query = ''): Promise<Slice> => (await list(query)).json();

describe('the generated studio', () => {
  it('has 20,000 customers, each of about 2 kB and with numbers of nobody else', async () => {
    const phones = new Set<unknown>();
    let customers = 0;
    let bytes = 0;
    for (const status of ['MEMBER', 'FORMER_MEMBER', 'PROSPECT']) {
      let offset = '0';
      for (let hasNext = true; hasNext; ) {
        const answer = await list(`&customerStatus=${status}&offset=${offset}`);
        const { result, ...next }: Slice = answer.json();
        ({ hasNext, offset } = next);
        bytes += answer.text.length;
        customers += result.length;
        for (const each of result) phones.add(each.phonePrivate);
      }
    }
    expect(customers).toBe(20_000);
    expect(phones.size).toBe(20_000);
    expect(bytes / customers).toBeGreaterThan(1_900);
    expect(bytes / customers).toBeLessThan(2_300);
  });

  it('answers for each of them as in the list', async () => {
    const { result } = await slice('&offset=610000');
    const first = result[0];
    expect((await demo.ask(`/generated/v1/customers/${first?.id}`, { headers })).json()).toEqual(first);
    const balances = await demo.ask(`/generated/v1/customers/${first?.id}/account/balances`, { headers });
    expect(balances.status).toBe(200);
    for (const id of [600_000, 620_001])
      expect((await demo.ask(`/generated/v1/customers/${id}`, { headers })).status).toBe(404);
  });
});

describe('faults of the list', () => {
  /** The second slice, after the first one was answered without fault. */
  async function second(how: ListFault) {
    demo.server.failLists(how);
    const first = await slice();
    expect(first.result).toHaveLength(500);
    return { first, answer: await list(`&offset=${first.offset}`) };
  }

  it('repeats: the first slice again, with its offset', async () => {
    const { first, answer } = await second('repeats');
    expect(answer.json()).toEqual(first);
  });

  it('endless: the first slice again, with new offsets', async () => {
    const { first, answer } = await second('endless');
    expect(answer.json().result).toEqual(first.result);
    expect((await slice()).offset).not.toBe(answer.json().offset);
  });

  it('rateLimitedOnce: 429 with a Retry-After, then the slice', async () => {
    const { first, answer } = await second('rateLimitedOnce');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await list(`&offset=${first.offset}`)).status).toBe(200);
  });

  it('unavailable: 503 four times, then the slice', async () => {
    const { first, answer } = await second('unavailable');
    const statuses = [answer.status];
    for (let count = 0; count < 4; count += 1) statuses.push((await list(`&offset=${first.offset}`)).status);
    expect(statuses).toEqual([503, 503, 503, 503, 200]);
  });

  it.each([
    ['internal', 500, {}],
    ['emptyWithNext', 200, { result: [], hasNext: true }],
    ['noList', 200, { result: { customers: 3 } }],
  ] as const)('%s', async (how, status, body) => {
    const { answer } = await second(how);
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject(body);
  });

  it('withoutIds and otherStudio', async () => {
    const { result: nameless }: Slice = (await second('withoutIds')).answer.json();
    expect(nameless).toHaveLength(500);
    expect(nameless.some(({ id }) => id !== undefined)).toBe(false);
    const { result: strangers }: Slice = (await second('otherStudio')).answer.json();
    expect(new Set(strangers.map(({ studioId }) => studioId))).toEqual(new Set([1]));
  });

  it('end', async () => {
    expect(listFaults).toHaveLength(9);
    const { first } = await second('internal');
    demo.server.failLists(undefined);
    expect((await list(`&offset=${first.offset}`)).status).toBe(200);
  });
});
