import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

type Found = { customerNumber?: string };
const numbers = (found: Found[]) => found.map(({ customerNumber }) => customerNumber);

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
