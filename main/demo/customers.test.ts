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
  it('lists the studio in slices without gap or overlap', async () => {
    const ids: number[] = [];
    let offset: string | undefined;
    do {
      const path = `/v1/customers?sliceSize=37${offset === undefined ? '' : `&offset=${offset}`}`;
      const slice = (await demo.ask(path)).json();
      ids.push(...slice.result.map(({ id }: Found) => id));
      offset = slice.hasNext ? slice.offset : undefined;
    } while (offset !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual((await demo.search({})).json().map(({ id }: Found) => id));
  });

  it('filters by customerStatus MEMBER and PROSPECT', async () => {
    const { result } = (await demo.ask('/v1/customers?customerStatus=PROSPECT&sliceSize=500')).json();
    expect(new Set(result.map(({ status }: { status: string }) => status))).toEqual(new Set(['PROSPECT']));
    const refused = await demo.ask('/v1/customers?customerStatus=FORMER_MEMBER');
    expect(refused.json().reference).toBe('customerStatus');
  });
});
