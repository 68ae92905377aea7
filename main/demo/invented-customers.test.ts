import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

type Found = { id: number; customerNumber?: string };

describe('the invented customers', () => {
  it('have ids, numbers, cards, PINs and barcodes of their own', async () => {
    const everybody = (await demo.search({})).json();
    for (const read of [
      (each: Found) => each.id,
      (each: Found) => each.customerNumber ?? `none ${each.id}`,
      (each: { id: number; cardNumbers?: string[] }) => each.cardNumbers?.[0] ?? `none ${each.id}`,
      (each: { id: number; accessMediums?: { value: string }[] }) =>
        each.accessMediums?.map(({ value }) => value).join() ?? `none ${each.id}`,
    ])
      expect(new Set(everybody.map(read)).size).toBe(everybody.length);
  });

  it('are the same after every start', async () => {
    const again = await startTestServer();
    expect((await again.search({})).text).toBe((await demo.search({})).text);
    await again.server.close();
  });

  it('come in every status, some refused access, some without birth date or e-mail', async () => {
    const everybody: Record<string, unknown>[] = (await demo.search({})).json();
    const statuses = new Set(everybody.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['MEMBER', 'PROSPECT', 'FORMER_MEMBER', 'FROZEN']));
    const ordinary = everybody.filter(({ id }) => Number(id) >= 2001 && Number(id) < 3000);
    expect(ordinary.length).toBeGreaterThanOrEqual(300);
    expect(ordinary.some(({ accessRefusal }) => accessRefusal === true)).toBe(true);
    expect(ordinary.some(({ dateOfBirth }) => dateOfBirth === undefined)).toBe(true);
    expect(ordinary.some(({ email }) => email === undefined)).toBe(true);
    expect(ordinary.some(({ lastName }) => String(lastName).startsWith('Demo'))).toBe(false);
  });
});
