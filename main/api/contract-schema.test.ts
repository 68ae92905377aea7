import { describe, expect, it } from 'vitest';
import type { Contract } from '../../preload/contract/domain';
import { contracts } from './contract-schema';
import { parseExact } from './exact-json';

const minimal = { id: 7, contractStatus: 'ACTIVE', cancelled: false };
const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** Reads an answer of one contract with these fields. */
function read(fields: object): Contract {
  const [contract] = contracts.parse(parseExact(JSON.stringify([{ ...minimal, ...fields }])));
  if (!contract) throw new Error('No contract was read');
  return contract;
}

function isRefused(fields: object): boolean {
  return !contracts.safeParse(parseExact(JSON.stringify([{ ...minimal, ...fields }]))).success;
}

/** Reads the price of a contract with this payment frequency. */
function priceAt(paymentFrequency: unknown) {
  return read({ priceDetails: { currentPrice: eur(20), paymentFrequency } }).price;
}

describe('a contract', () => {
  it('is read field by field, in the order of the answer', () => {
    const sent = {
      ...minimal,
      createdDate: '2019-01-20',
      startDate: '2019-02-01',
      endDate: '2028-01-31',
      rateName: 'Premium',
      lastPossibleCancellationDate: '2027-10-31',
      term: { periodValue: 12, periodUnit: 'MONTH' },
      extensionTerm: { periodValue: 1, periodUnit: 'YEAR' },
      cancellationPeriod: { periodValue: 3, periodUnit: 'MONTH' },
      cancellationDate: '2027-12-31',
      cancellationReceiptDate: '2027-06-02',
      cancellationReason: ' Umzug ',
      priceDetails: {
        basePrice: eur(35),
        currentPrice: eur(30),
        paymentFrequency: { id: 4, type: 'RECURRING', term: { value: 1, unit: 'MONTH' }, price: eur(30) },
      },
    };
    const all = contracts.parse(parseExact(JSON.stringify([sent, { ...minimal, id: 3 }])));
    expect(all).toStrictEqual([
      {
        id: '7',
        rateName: 'Premium',
        status: 'ACTIVE',
        cancelled: false,
        startDate: '2019-02-01',
        endDate: '2028-01-31',
        extension: { value: '1', unit: 'YEAR' },
        cancelBy: '2027-10-31',
        cancellationPeriod: { value: '3', unit: 'MONTH' },
        cancellationDate: '2027-12-31',
        cancellationReceiptDate: '2027-06-02',
        cancellationReason: ' Umzug ',
        price: {
          current: { amount: '30', currency: 'EUR' },
          base: { amount: '35', currency: 'EUR' },
          frequency: 'RECURRING',
          every: { value: '1', unit: 'MONTH' },
          each: { amount: '30', currency: 'EUR' },
        },
        modules: [],
        flatFees: [],
      },
      { id: '3', status: 'ACTIVE', cancelled: false, modules: [], flatFees: [] },
    ]);
  });

  it.each([
    'rateName',
    'startDate',
    'endDate',
    'extensionTerm',
    'lastPossibleCancellationDate',
    'cancellationPeriod',
    'cancellationDate',
    'cancellationReceiptDate',
    'cancellationReason',
    'priceDetails',
    'moduleContracts',
    'flatFeeContracts',
  ])('has no value for %s when it is null', (name) => {
    expect(read({ [name]: null })).toStrictEqual(read({}));
  });

  it.each(['id', 'contractStatus', 'cancelled'])('is refused without %s', (name) => {
    expect(isRefused({ [name]: undefined })).toBe(true);
    expect(isRefused({ [name]: null })).toBe(true);
    expect(isRefused({ [name]: {} })).toBe(true);
  });

  it.each(['{}', 'null', '"none"', '{"result":[]}', '[null]', '[7]'])(
    'is refused in the answer %s',
    (body) => {
      expect(contracts.safeParse(parseExact(body)).success).toBe(false);
    },
  );

  it.each([
    ['contracts', 201, (entries: object[]) => entries],
    ['modules', 51, (moduleContracts: object[]) => [{ ...minimal, moduleContracts }]],
    ['flat fees', 51, (flatFeeContracts: object[]) => [{ ...minimal, flatFeeContracts }]],
  ])('is refused with more %s than any customer has', (_, count, answer) => {
    const entries = (length: number) => Array.from({ length }, () => minimal);
    expect(contracts.safeParse(answer(entries(count))).success).toBe(false);
    expect(contracts.safeParse(answer(entries(count - 1))).success).toBe(true);
  });

  it('has no days of a price that the month never has', () => {
    const price = eur(30);
    const on = (month: string, dayOfMonth: number) =>
      priceAt({ type: 'MONTH_DAY', monthDaysToPrices: [{ monthDay: { month, dayOfMonth }, price }] })?.onDays;
    expect(on('FEBRUARY', 29)).toHaveLength(1);
    expect([on('FEBRUARY', 30), on('APRIL', 31), on('MAY', 0)]).toEqual([undefined, undefined, undefined]);
  });

  it('keeps an unknown status as sent, and an ID above 2^53', () => {
    expect(read({ contractStatus: 'FROZEN' }).status).toBe('FROZEN');
    const body = '[{"id":9007199254740993,"contractStatus":"ACTIVE","cancelled":true}]';
    expect(contracts.parse(parseExact(body))[0]).toMatchObject({ id: '9007199254740993', cancelled: true });
  });

  it('drops dates and texts of other types, and keeps the rest', () => {
    const odd = { startDate: 20190201, endDate: ['2028-01-31'], cancellationReason: {}, rateName: '' };
    expect(read(odd)).toStrictEqual(read({}));
  });

  it.each(['price', 7, true, []])(
    'takes %j for a price, a frequency or an entry of a list as not supplied',
    (odd) => {
      expect(read({ priceDetails: odd })).toStrictEqual(read({ priceDetails: undefined }));
      expect(
        read({ priceDetails: { paymentFrequency: { type: 'RECURRING', termsToPrices: odd } } }),
      ).toStrictEqual(read({ priceDetails: { paymentFrequency: { type: 'RECURRING' } } }));
      expect(read({ moduleContracts: [odd], flatFeeContracts: odd })).toStrictEqual(read({}));
    },
  );

  it('keeps no field that an agent does not need', () => {
    const secrets = {
      signedDocumentUrl: 'https://CANARY',
      thirdPartyId: 'CANARY',
      rateCodes: [{ name: 'CANARY', identifier: 'CANARY' }],
      bankAccount: { iban: 'DE00 CANARY' },
      cardNumber: 'CANARY',
    };
    const parts = [{ rateName: 'Sauna', ...secrets, priceDetails: { currentPrice: eur(5), ...secrets } }];
    const sent = {
      ...secrets,
      term: { periodValue: 1, periodUnit: 'MONTH', ...secrets },
      priceDetails: {
        currentPrice: { ...eur(20), ...secrets },
        paymentFrequency: { type: 'FREE', ...secrets },
      },
      moduleContracts: parts,
      flatFeeContracts: parts,
    };
    expect(JSON.stringify(read(sent))).not.toContain('CANARY');
    expect(read(sent).modules[0]).toStrictEqual({
      rateName: 'Sauna',
      price: { current: { amount: '5', currency: 'EUR' } },
    });
  });
});

describe('a time span', () => {
  it.each([
    [
      { periodValue: 3, periodUnit: 'MONTH' },
      { value: '3', unit: 'MONTH' },
    ],
    [
      { value: 3, unit: 'MONTH' },
      { value: '3', unit: 'MONTH' },
    ],
    [
      { periodValue: 26, periodUnit: 'FORTNIGHT' },
      { value: '26', unit: 'FORTNIGHT' },
    ],
    [
      { periodValue: 0, periodUnit: 'DAY' },
      { value: '0', unit: 'DAY' },
    ],
    [{ periodValue: 1.5, periodUnit: 'MONTH' }, undefined],
    [{ periodValue: '3', periodUnit: 'MONTH' }, undefined],
    [{ periodValue: 3 }, undefined],
    [{ unit: 'MONTH' }, undefined],
    [3, undefined],
    ['P3M', undefined],
    [[], undefined],
  ])('sent as %j is read as %j', (sent, span) => {
    expect(read({ extensionTerm: sent }).extension).toEqual(span);
    expect(read({ cancellationPeriod: sent }).cancellationPeriod).toEqual(span);
    expect(priceAt({ type: 'RECURRING', term: sent })?.every).toEqual(span);
  });
});

describe('a price', () => {
  it('keeps its digits', () => {
    const money = (amount: string) => `{"amount":${amount},"currency":"EUR"}`;
    const steps = `[{"term":{"value":3,"unit":"MONTH"},"price":${money('0.10')}}]`;
    const frequency = `{"type":"TERM_BASED","price":${money('12.345')},"termsToPrices":${steps}}`;
    const body = `[{"id":1,"contractStatus":"ACTIVE","cancelled":false,"priceDetails":{"currentPrice":${money('29.90')},"basePrice":${money('12345678901234567.89')},"paymentFrequency":${frequency}}}]`;
    expect(contracts.parse(parseExact(body))[0]?.price).toEqual({
      current: { amount: '29.90', currency: 'EUR' },
      base: { amount: '12345678901234567.89', currency: 'EUR' },
      frequency: 'TERM_BASED',
      each: { amount: '12.345', currency: 'EUR' },
      steps: [{ after: { value: '3', unit: 'MONTH' }, price: { amount: '0.10', currency: 'EUR' } }],
    });
  });

  it.each(['FREE', 'NON_RECURRING', 'EVERY_FULL_MOON'])('keeps the frequency %s as sent', (type) => {
    expect(priceAt({ type })?.frequency).toBe(type);
    expect(priceAt(type)?.frequency).toBe(type);
  });

  it('has no frequency when none was sent', () => {
    for (const none of [undefined, null, {}, { type: null }])
      expect(priceAt(none)).toStrictEqual({ current: { amount: '20', currency: 'EUR' } });
  });

  it('has the days on which it is charged, by name or by number of the month', () => {
    const monthDaysToPrices = [
      { monthDay: { month: 'JANUARY', monthValue: 1, dayOfMonth: 1 }, price: eur(180) },
      { monthDay: { month: 'JULY', dayOfMonth: 31 }, price: eur(150) },
      { monthDay: { monthValue: 12, dayOfMonth: 15 }, price: eur(10) },
    ];
    expect(priceAt({ type: 'MONTH_DAY', monthDaysToPrices })?.onDays).toEqual([
      { month: 1, day: 1, price: { amount: '180', currency: 'EUR' } },
      { month: 7, day: 31, price: { amount: '150', currency: 'EUR' } },
      { month: 12, day: 15, price: { amount: '10', currency: 'EUR' } },
    ]);
  });

  it.each([
    [{ month: 'JANVIER', dayOfMonth: 1 }],
    [{ monthValue: 13, dayOfMonth: 1 }],
    [{ monthValue: 1, dayOfMonth: 32 }],
    [{ monthValue: 1 }],
    ['--01-01'],
    [null],
  ])('has no days when one of them is %j, because the list would have a gap', (monthDay) => {
    const known = { monthDay: { monthValue: 7, dayOfMonth: 1 }, price: eur(1) };
    const price = priceAt({ type: 'MONTH_DAY', monthDaysToPrices: [known, { monthDay, price: eur(2) }] });
    expect(price).toStrictEqual({ current: { amount: '20', currency: 'EUR' }, frequency: 'MONTH_DAY' });
  });

  it('has no steps when the term of one cannot be read', () => {
    const known = { term: { value: 3, unit: 'MONTH' }, price: eur(1) };
    const termsToPrices = [known, { term: 'later', price: eur(2) }];
    expect(priceAt({ type: 'TERM_BASED', termsToPrices })).not.toHaveProperty('steps');
    expect(priceAt({ type: 'TERM_BASED', termsToPrices: [known] })?.steps).toHaveLength(1);
    expect(priceAt({ type: 'TERM_BASED', termsToPrices: [] })).not.toHaveProperty('steps');
  });
});

describe('money of the wrong shape refuses the answer', () => {
  it.each([['20.00'], [20], [{ amount: '20', currency: 'EUR' }], [{ amount: 20 }], [[]], [false]])(
    '%j',
    (money) => {
      const frequency = (fields: object) => ({
        priceDetails: { paymentFrequency: { type: 'RECURRING', ...fields } },
      });
      const term = { value: 3, unit: 'MONTH' };
      const monthDay = { monthValue: 1, dayOfMonth: 1 };
      for (const fields of [
        { priceDetails: { currentPrice: money } },
        { priceDetails: { basePrice: money } },
        frequency({ price: money }),
        frequency({ termsToPrices: [{ term, price: money }] }),
        frequency({ monthDaysToPrices: [{ monthDay, price: money }] }),
        { moduleContracts: [{ priceDetails: { currentPrice: money } }] },
        { flatFeeContracts: [{ priceDetails: { currentPrice: money } }] },
      ])
        expect(isRefused(fields), JSON.stringify(fields)).toBe(true);
    },
  );
});

describe('modules and flat fees', () => {
  it('are read with the frequency as a text, or as that of the price', () => {
    const priceDetails = { currentPrice: eur(5), paymentFrequency: { type: 'RECURRING' } };
    const moduleContracts = [
      {
        rateName: 'Sauna',
        startDate: '2019-02-01',
        contractStatus: 'ACTIVE',
        cancelled: false,
        priceDetails,
      },
      { rateName: 'Drinks', endDate: '2020-01-31', cancelled: true, paymentFrequency: 'MONTH_DAY' },
    ];
    expect(read({ moduleContracts, flatFeeContracts: moduleContracts.slice(1) })).toMatchObject({
      modules: [
        {
          rateName: 'Sauna',
          startDate: '2019-02-01',
          status: 'ACTIVE',
          cancelled: false,
          price: { current: { amount: '5', currency: 'EUR' }, frequency: 'RECURRING' },
        },
        { rateName: 'Drinks', endDate: '2020-01-31', cancelled: true, price: { frequency: 'MONTH_DAY' } },
      ],
      flatFees: [{ rateName: 'Drinks' }],
    });
  });

  it('of an older version may have no field at all', () => {
    const empty = { rateName: null, cancelled: 'no', priceDetails: null, contractStatus: 7 };
    expect(read({ moduleContracts: [{}, empty], flatFeeContracts: [{ id: 5 }] })).toMatchObject({
      modules: [{}, {}],
      flatFees: [{}],
    });
  });
});
