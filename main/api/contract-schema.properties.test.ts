import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contracts } from './contract-schema';
import { parseExact } from './exact-json';

/** The types of `preload/contract/domain.ts`, without any further field. */
const money = z.strictObject({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string() });
const span = z.strictObject({ value: z.string().regex(/^-?\d+$/), unit: z.string().min(1).max(500) });
const text = z.string().min(1).max(500).optional();
const price = z.strictObject({
  current: money.optional(),
  base: money.optional(),
  frequency: z.string().optional(),
  every: span.optional(),
  each: money.optional(),
  onDays: z
    .array(z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31), price: money }))
    .nonempty()
    .optional(),
  steps: z
    .array(z.strictObject({ after: span, price: money }))
    .nonempty()
    .optional(),
});
const subContract = z.strictObject({
  rateName: text,
  startDate: text,
  endDate: text,
  status: text,
  cancelled: z.boolean().optional(),
  price: price.optional(),
});
const declared = z.array(
  z.strictObject({
    id: z.string().regex(/^-?\d+$/),
    rateName: text,
    status: z.string(),
    cancelled: z.boolean(),
    startDate: text,
    endDate: text,
    extension: span.optional(),
    cancelBy: text,
    cancellationPeriod: span.optional(),
    cancellationDate: text,
    cancellationReceiptDate: text,
    cancellationReason: text,
    price: price.optional(),
    modules: z.array(subContract),
    flatFees: z.array(subContract),
  }),
);

const anyJson = fc.jsonValue({ maxDepth: 3 });

/** A value of the documented type, or now and then any JSON. */
function mostly(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: valid }, { weight: 1, arbitrary: anyJson });
}

/** An object of which each field may be missing. */
function fields(of: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  const each = Object.entries(of).map(([name, valid]) => [name, mostly(valid)] as const);
  return fc.record(Object.fromEntries(each), { requiredKeys: [] });
}

const word = fc.oneof(fc.string(), fc.constant('x'.repeat(501)));
const sentMoney = fc.record({ amount: fc.double({ noNaN: true, noDefaultInfinity: true }), currency: word });
const sentSpan = fc.oneof(
  fields({ periodValue: fc.integer(), periodUnit: word }),
  fields({ value: fc.integer(), unit: word }),
);
const monthDay = fields({ month: word, monthValue: fc.integer({ min: 0, max: 13 }), dayOfMonth: fc.nat(32) });
const priceDetails = fields({
  basePrice: sentMoney,
  currentPrice: sentMoney,
  paymentFrequency: fields({
    type: word,
    term: sentSpan,
    price: sentMoney,
    monthDaysToPrices: fc.array(fc.record({ monthDay: mostly(monthDay), price: sentMoney })),
    termsToPrices: fc.array(fc.record({ term: mostly(sentSpan), price: sentMoney })),
  }),
});
const part = fields({
  rateName: word,
  startDate: word,
  endDate: word,
  contractStatus: word,
  cancelled: fc.boolean(),
  priceDetails,
  paymentFrequency: word,
  iban: fc.string(),
});
const optionals = fields({
  rateName: word,
  startDate: word,
  endDate: word,
  term: sentSpan,
  extensionTerm: sentSpan,
  lastPossibleCancellationDate: word,
  cancellationPeriod: sentSpan,
  cancellationDate: word,
  cancellationReceiptDate: word,
  cancellationReason: word,
  priceDetails,
  moduleContracts: fc.array(part, { maxLength: 3 }),
  flatFeeContracts: fc.array(part, { maxLength: 3 }),
  signedDocumentUrl: word,
});
const required = fc.record({
  id: mostly(fc.integer()),
  contractStatus: mostly(word),
  cancelled: mostly(fc.boolean()),
});
const answer = fc.array(
  fc.tuple(required, optionals).map(([some, more]) => ({ ...some, ...more })),
  { minLength: 1, maxLength: 3 },
);

/** Reads an answer. @returns whether it was read and not refused */
function isReadAsDeclared(sent: unknown): boolean {
  const read = contracts.safeParse(parseExact(JSON.stringify(sent)));
  if (!read.success) return false;
  expect(declared.safeParse(read.data).error?.issues).toBeUndefined();
  // A missing field is absent and never undefined.
  expect(JSON.parse(JSON.stringify(read.data))).toStrictEqual(read.data);
  return true;
}

describe('contracts', () => {
  it('of any JSON are refused or have values of the declared types', () => {
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: answer }, { weight: 1, arbitrary: anyJson }), (sent) => {
        if (isReadAsDeclared(sent)) read += 1;
        else refused += 1;
      }),
      { numRuns: 100 },
    );
    expect(Math.min(read, refused)).toBeGreaterThan(5);
  });

  it('keep every digit of an amount', () => {
    const digits = fc
      .stringMatching(/^-?(0|[1-9]\d{0,19})(\.\d{1,20})?$/, { size: 'max' })
      .filter((each) => each !== '-0');
    fc.assert(
      fc.property(digits, digits, (amount, other) => {
        const [now, base] = [amount, other].map((each) => `{"amount":${each},"currency":"EUR"}`);
        const priced = `{"currentPrice":${now},"basePrice":${base}}`;
        const body = `[{"id":1,"contractStatus":"","cancelled":true,"priceDetails":${priced},"moduleContracts":[{"priceDetails":${priced}}]}]`;
        const [contract] = contracts.parse(parseExact(body));
        const expected = {
          current: { amount, currency: 'EUR' },
          base: { amount: other, currency: 'EUR' },
        };
        expect(contract?.price).toEqual(expected);
        expect(contract?.modules[0]?.price).toEqual(expected);
      }),
    );
  });
});
