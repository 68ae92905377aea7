import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

type Found = { id: number };

describe('GET /v1/customers/{customerId}', () => {
  it('returns the sample of the reference', async () => {
    const answer = await demo.ask('/v1/customers/1001');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      id: 1001,
      status: 'MEMBER',
      accessRefusal: false,
      customerNumber: '1-12345',
      firstName: 'Edgar',
      secondFirstName: 'Thomas',
      lastName: 'Bullock',
      secondLastName: 'Meyer',
      dateOfBirth: '1952-05-04',
      email: 'example@email.com',
      street: 'Am Bahnhof',
      houseNumber: '89',
      zipCode: '12133',
      city: 'Munich',
      country: 'DE',
    });
  });

  it('contains data that an agent must not see, so that tests can check that it is dropped', async () => {
    const { bankAccount, cardNumbers, accessMediums } = (await demo.ask('/v1/customers/1001')).json();
    expect(bankAccount.iban).toMatch(/^DE00\d{18}$/);
    expect(cardNumbers).toEqual(['770000001001']);
    expect(accessMediums.map(({ type }: { type: string }) => type)).toContain('PIN');
  });

  it('sends an ID above 2^53 digit for digit', async () => {
    const { text } = await demo.ask('/v1/customers/9007199254740993');
    expect(text).toContain('"id":9007199254740993,');
  });

  it('accepts leading zeros and refuses anything that is not an int64', async () => {
    expect((await demo.ask('/v1/customers/0001001')).json().id).toBe(1001);
    for (const id of ['abc', '-1', '1.5', '9223372036854775808', '%31'])
      expect((await demo.ask(`/v1/customers/${id}`)).json()).toMatchObject({ reference: 'customerId' });
    expect((await demo.ask('/v1/customers/9223372036854775807')).status).toBe(404);
  });

  it('refuses a customer of another studio on every path', async () => {
    for (const rest of ['', '/account/balances', '/account/transactions', '/account/transactions/upcoming']) {
      const answer = await demo.ask(`/v1/customers/102001${rest}`);
      expect(answer.status).toBe(403);
      expect(answer.json()).toMatchObject({
        errorMessage: 'Authorization failed. The caller has no privilege to the given resource.',
        errorCode: 'errormessage.permission.denied',
      });
    }
  });
});

describe('GET /v1/customers/by', () => {
  it.each([
    ['customerNumber=1-12345', 1001],
    ['cardNumber=770000001001', 1001],
    ['cardNumber=770000001001&cardNumberFormat=DECIMAL', 1001],
    ['cardNumber=B3479397E9&cardNumberFormat=HEX_MSB', 1001],
    ['cardNumber=e9979347b3&cardNumberFormat=HEX_LSB', 1001],
    ['barcode=400000001001', 1001],
    ['pin=91001', 1001],
    ['qrCodeUuid=a0eebc99-9c0b-4ef8-bb6d-000000001001', 1001],
    ['debtorId=D-1001', 1001],
  ])('%s', async (query, id) => {
    const answer = await demo.ask(`/v1/customers/by?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.json().id).toBe(id);
  });

  it('returns 404 for nobody, and for a customer of another studio', async () => {
    expect((await demo.ask('/v1/customers/by?customerNumber=1-99999')).status).toBe(404);
    expect((await demo.ask('/v1/customers/by?customerNumber=2-12000')).status).toBe(404);
    expect((await demo.ask('/v1/customers/by?cardNumber=770000001001&cardNumberFormat=HEX_MSB')).status).toBe(
      404,
    );
  });

  it.each([
    ['', 'customerNumber'],
    ['phone=123', 'customerNumber'],
    ['pin=', 'pin'],
    ['pin=91001&barcode=1', 'barcode'],
    ['cardNumber=1&cardNumberFormat=OCTAL', 'cardNumberFormat'],
  ])('refuses "%s"', async (query, reference) => {
    const answer = await demo.ask(`/v1/customers/by?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json().reference).toBe(reference);
  });
});

describe('GET /v1/customers', () => {
  const list = (query: string) => demo.ask(`/v1/customers?${query}`);

  /** IDs of all customers with a status, in slices. */
  async function listed(status: string): Promise<number[]> {
    const ids: number[] = [];
    let offset = '0';
    for (let hasNext = true; hasNext; ) {
      const path = `sliceSize=50&customerStatus=${status}&offset=${offset}`;
      const slice: { result: Found[]; hasNext: boolean; offset: string } = (await list(path)).json();
      ids.push(...slice.result.map(({ id }) => id));
      ({ hasNext, offset } = slice);
    }
    return ids;
  }

  it.each(['MEMBER', 'PROSPECT', 'FORMER_MEMBER'])('lists every %s in slices', async (status) => {
    const everybody: (Found & { status: string })[] = (await demo.search({})).json();
    const theirs = everybody.filter((each) => each.status === status).map(({ id }) => id);
    expect(theirs.length).toBeGreaterThan(20);
    expect(await listed(status)).toEqual(theirs);
  });

  it('lists 100 members from the beginning by default, and the offset is the last ID', async () => {
    const slice = (await list('')).json();
    expect(slice.result).toHaveLength(100);
    expect(new Set(slice.result.map(({ status }: { status: string }) => status))).toEqual(
      new Set(['MEMBER']),
    );
    expect(slice).toMatchObject({ hasNext: true, offset: String(slice.result[99].id) });
  });

  it('has the records of the other endpoints', async () => {
    const [first] = (await list('cardNumberFormat=DECIMAL')).json().result;
    expect(first).toEqual((await demo.ask('/v1/customers/1001')).json());
    expect((await list('cardNumberFormat=HEX_MSB')).json().result[0].cardNumbers).toEqual(['B3479397E9']);
  });

  it('continues after a customer who is gone', async () => {
    const next = (await list('offset=1002')).json().result[0];
    expect(next.id).toBe(1004);
    expect((await list('offset=9223372036854775807')).json()).toEqual({
      result: [],
      hasNext: false,
      offset: '9223372036854775807',
    });
  });

  it.each([
    ['sliceSize=49', 'sliceSize'],
    ['sliceSize=501', 'sliceSize'],
    ['sliceSize=x', 'sliceSize'],
    ['offset=x', 'offset'],
    ['offset=-1', 'offset'],
    ['customerStatus=FROZEN', 'customerStatus'],
    ['cardNumberFormat=OCTAL', 'cardNumberFormat'],
  ])('refuses %s', async (query, reference) => {
    const answer = await list(query);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ reference, errorCode: 'errormessage.validation.failed' });
  });
});
