import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyNumber, companySize } from './invented-phones';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

type Sent = Record<string, unknown> & { id: number; status: string; country?: string };
const fields = ['phonePrivate', 'phonePrivateMobile', 'phoneBusiness', 'phoneBusinessMobile'];

/** E.164 forms of a customer's numbers, those that cannot be read as they are. */
function numbersOf(customer: Sent): string[] {
  return fields.flatMap((field) => {
    const text = customer[field];
    if (typeof text !== 'string' || text === '') return [];
    const read = ['DE', 'AT', 'CH', 'PL', 'TR', 'US'].filter(
      (each) => each === customer.country || each === 'DE',
    );
    const numbers = read.map((defaultCountry) =>
      parsePhoneNumberFromString(text, { defaultCountry: defaultCountry as 'DE', extract: false }),
    );
    return numbers.find((number) => number?.isValid())?.number ?? text;
  });
}

async function holders(): Promise<Map<string, Sent[]>> {
  const everybody: Sent[] = (await demo.search({})).json();
  const found = new Map<string, Sent[]>();
  for (const customer of everybody)
    for (const number of new Set(numbersOf(customer)))
      found.set(number, [...(found.get(number) ?? []), customer]);
  return found;
}

it('every invented customer has a number, all fields are used, and all numbers can be read', async () => {
  const everybody: Sent[] = (await demo.search({})).json();
  const invented = everybody.filter(({ id }) => id >= 2001 && id < 3000);
  for (const customer of invented)
    for (const number of numbersOf(customer)) expect(number, String(customer.id)).toMatch(/^\+49\d+$/);
  for (const field of fields) expect(invented.some((each) => each[field] !== undefined)).toBe(true);
  expect(invented.every((each) => numbersOf(each).length > 0)).toBe(true);
});

it('a number belongs to one customer, except those of the family and the company', async () => {
  const shared = [...(await holders())].filter(([, customers]) => customers.length > 1);
  expect(shared.map(([number, customers]) => [number, customers.length]).sort()).toEqual([
    [companyNumber, companySize],
    ['+496990009801', 3],
  ]);
});

it('the family are two members and a former member, the company are members', async () => {
  const found = await holders();
  const statuses = (number: string) => found.get(number)?.map(({ status }) => status);
  expect(statuses('+496990009801')).toEqual(['MEMBER', 'MEMBER', 'FORMER_MEMBER']);
  expect(new Set(statuses(companyNumber))).toEqual(new Set(['MEMBER']));
});

it('the list has the old number of 9808, and a customer who is gone', async () => {
  const { result }: { result: Sent[] } = (await demo.ask('/v1/customers?sliceSize=500&offset=9800')).json();
  expect(result.find(({ id }) => id === 9808)?.phonePrivate).toBe('069 90009 808');
  expect((await demo.ask('/v1/customers/9808')).json().phonePrivate).toBe('069 90009 809');
  expect(result.some(({ id }) => id === 9810)).toBe(true);
  expect((await demo.ask('/v1/customers/9810')).status).toBe(404);
});
