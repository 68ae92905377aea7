import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExact } from './exact-json';
import { account, booking, customer, sliceOf } from './schemas';

const bookings = sliceOf(booking);

const id = fc.oneof(
  fc.stringMatching(/^[1-9]\d{0,18}$/, { size: 'max' }),
  fc.bigInt({ min: 2n ** 53n - 5n, max: 2n ** 63n - 1n }).map(String),
);
const amount = fc
  .stringMatching(/^-?(0|[1-9]\d{0,19})(\.\d{1,20})?$/, { size: 'max' })
  // JSON.parse keeps the sign of -0, which has no meaning.
  .filter((text) => text !== '-0');

/** JSON values that are not numbers, except null, which means absent. */
const notMoney = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.array(fc.jsonValue()),
  fc.record({ amount: fc.oneof(fc.string(), fc.boolean(), fc.constant(null)), currency: fc.constant('EUR') }),
  fc.record({ amount: fc.integer(), currency: fc.oneof(fc.integer(), fc.constant(null), fc.boolean()) }),
  fc.record({ amount: fc.integer() }),
  fc.record({ currency: fc.constant('EUR') }),
);

/** Unknown fields; none has the name of a known one. */
const unknownFields = fc.dictionary(
  fc.string().map((name) => `x-${name}`),
  fc.jsonValue(),
);

const optionals = [
  'customerNumber',
  'firstName',
  'secondFirstName',
  'lastName',
  'secondLastName',
  'dateOfBirth',
  'email',
  'phonePrivateMobile',
  'phonePrivate',
  'phoneBusinessMobile',
  'phoneBusiness',
  'street',
  'houseNumber',
  'zipCode',
  'city',
  'country',
] as const;

describe('digits', () => {
  it('of a customer ID and of a booking are kept', () => {
    fc.assert(
      fc.property(id, amount, (digits, money) => {
        const body = parseExact(`{"id":${digits},"status":"MEMBER","accessRefusal":false}`);
        expect(customer.parse(body).id).toBe(digits);
        const row = `{"id":${digits},"dueDate":"2026-01-01","installmentPlan":false,"amount":{"amount":${money},"currency":"EUR"}}`;
        const slice = bookings.parse(parseExact(`{"result":[${row}],"hasNext":true,"offset":${digits}}`));
        expect(slice.rows[0]).toMatchObject({ id: digits, amount: { amount: money, currency: 'EUR' } });
        expect(slice.nextOffset).toBe(digits);
      }),
    );
  });

  it('of an amount are kept, whatever its currency', () => {
    fc.assert(
      fc.property(amount, fc.string(), (digits, currency) => {
        const money = `{"amount":${digits},"currency":${JSON.stringify(currency)}}`;
        const body = parseExact(
          `{"accountBalance":${money},"consumptionCredit":${money},"inDebtCollection":true}`,
        );
        const read = account.parse(body);
        expect(read.balance).toEqual({ amount: digits, currency });
        expect(read.consumptionCredit).toEqual({ amount: digits, currency });
      }),
    );
  });

  it('with a fraction are not an ID', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,5}\.\d{1,5}$/), (digits) => {
        const json = `{"id":${Number.parseInt(digits, 10)}.${digits.split('.')[1]},"status":"","accessRefusal":true}`;
        expect(customer.safeParse(parseExact(json)).success).toBe(false);
      }),
    );
  });
});

describe('an answer of a newer version', () => {
  const optional = fc.record(Object.fromEntries(optionals.map((name) => [name, fc.jsonValue()])), {
    requiredKeys: [],
  });

  it('is read as a customer with any additional field, any status, and missing or invalid optional fields', () => {
    fc.assert(
      fc.property(unknownFields, optional, fc.string(), fc.boolean(), (more, some, status, refused) => {
        const sent = { ...more, ...some, id: 1, status, accessRefusal: refused };
        const read = customer.parse(parseExact(JSON.stringify(sent)));
        expect(read).toMatchObject({ id: '1', status, accessRefused: refused });
        expect(Object.keys(read).filter((name) => name.startsWith('x-'))).toEqual([]);
        for (const value of Object.values(read).flat()) expect(['string', 'boolean']).toContain(typeof value);
      }),
    );
  });

  it('is read as an account and a slice with any additional field and missing optional fields', () => {
    fc.assert(
      fc.property(unknownFields, fc.boolean(), (more, flag) => {
        const balances = parseExact(JSON.stringify({ ...more, inDebtCollection: flag }));
        expect(account.parse(balances)).toEqual({ inDebtCollection: flag });
        const row = { ...more, id: 1, dueDate: '2026-01-01', installmentPlan: flag };
        const slice = bookings.parse(parseExact(JSON.stringify({ ...more, result: [row], hasNext: false })));
        expect(slice).toEqual({ rows: [{ id: '1', dueDate: '2026-01-01', installmentPlan: flag }] });
      }),
    );
  });
});

it('is refused when money has another type, and not read as not supplied', () => {
  const field = fc.constantFrom('accountBalance', 'consumptionCredit');
  const column = fc.constantFrom('amount', 'openAmount');
  fc.assert(
    fc.property(notMoney, field, column, (sent, name, place) => {
      const balances = JSON.stringify({ inDebtCollection: false, [name]: sent });
      expect(account.safeParse(parseExact(balances)).success).toBe(false);
      const row = { id: 1, dueDate: '2026-01-01', installmentPlan: false, [place]: sent };
      const slice = JSON.stringify({ result: [row], hasNext: false });
      expect(bookings.safeParse(parseExact(slice)).success).toBe(false);
    }),
  );
});
