import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

type Found = { id: number; customerNumber?: string; lastName?: string; firstName?: string };
const numbers = (found: Found[]) => found.map(({ customerNumber }) => customerNumber);

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

describe('POST /v1/customers/search', () => {
  it('matches names as prefixes without regard to case', async () => {
    expect(numbers((await demo.search({ lastName: 'BULL', firstName: 'edg' })).json())).toEqual([
      '1-12345',
      '1-10877',
      '2-00419',
    ]);
    expect((await demo.search({ lastName: 'ullock' })).json()).toEqual([]);
    expect(numbers((await demo.search({ lastName: 'öZT', firstName: 'şu' })).json())).toContain('1-11902');
    expect(numbers((await demo.search({ lastName: 'nowak', firstName: 'łuc' })).json())).toContain('1-09114');
    // A dotted capital İ that is typed as i, and a decomposed ö.
    expect((await demo.search({ firstName: 'ibrahim' })).json().length).toBeGreaterThan(0);
    expect(numbers((await demo.search({ lastName: 'O\u0308ztu\u0308rk' })).json())).toContain('1-11902');
  });

  it('distinguishes Müller from Mueller, and has several people of one name', async () => {
    const müller = (await demo.search({ lastName: 'Müller', firstName: 'Thomas' })).json();
    expect(numbers(müller)).toEqual(expect.arrayContaining(['1-20001', '1-20002', '1-20003', '1-20004']));
    expect(numbers(müller)).not.toContain('1-20005');
    expect(numbers((await demo.search({ lastName: 'Mueller', firstName: 'Thomas' })).json())).toContain(
      '1-20005',
    );
  });

  it('matches e-mail and date of birth exactly', async () => {
    expect(numbers((await demo.search({ email: 'example@email.com' })).json())).toEqual(['1-12345']);
    expect((await demo.search({ email: 'example@email.co' })).json()).toEqual([]);
    expect(numbers((await demo.search({ dateOfBirth: '1952-05-04' })).json())).toEqual(['1-12345']);
    expect((await demo.search({ dateOfBirth: '1952-05-04', lastName: 'Demo' })).json()).toEqual([]);
  });

  it('returns a bare array of complete records, with card numbers in the requested format', async () => {
    const { text } = await demo.search({ email: 'example@email.com', cardNumberFormat: 'HEX_MSB' });
    expect(text.startsWith('[{"id":1001,')).toBe(true);
    expect(text).toContain('"cardNumbers":["B3479397E9"]');
    expect(text).toContain('"iban"');
  });

  it('returns everybody for an empty body, and ignores null and unknown fields', async () => {
    const everybody = (await demo.search({})).json();
    expect(everybody.length).toBeGreaterThanOrEqual(300);
    expect((await demo.search({ lastName: null, phone: '1' })).json()).toHaveLength(everybody.length);
  });

  it.each([
    ['{', 'body'],
    ['', 'body'],
    ['[]', 'body'],
    ['null', 'body'],
    ['"a"', 'body'],
    ['{"lastName":5}', 'lastName'],
    ['{"dateOfBirth":"04.05.1952"}', 'dateOfBirth'],
    ['{"dateOfBirth":"2023-02-29"}', 'dateOfBirth'],
    ['{"dateOfBirth":""}', 'dateOfBirth'],
    ['{"cardNumberFormat":"OCTAL"}', 'cardNumberFormat'],
  ])('refuses %s', async (body, reference) => {
    const answer = await demo.ask('/v1/customers/search', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ reference, errorMessage: expect.any(String), args: [reference] });
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
