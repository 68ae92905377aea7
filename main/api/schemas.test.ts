import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExact } from './exact-json';
import { account, booking, customer, errorBody, sliceOf } from './schemas';

const bookings = sliceOf(booking);

const minimal = { id: 1, status: 'MEMBER', accessRefusal: false };

describe('a customer', () => {
  it('has no bank account, cards and access media', () => {
    const sent = {
      ...minimal,
      bankAccount: { iban: 'DE00 CANARY' },
      cardNumbers: ['CANARY'],
      accessMediums: [{ type: 'PIN', value: 'CANARY' }],
      imageUrl: 'https://CANARY',
    };
    expect(JSON.stringify(customer.parse(sent))).not.toContain('CANARY');
  });

  it('keeps an ID above 2^53', () => {
    const body = parseExact('{"id":9007199254740993,"status":"MEMBER","accessRefusal":false}');
    expect(customer.parse(body).id).toBe('9007199254740993');
  });

  it('keeps an unknown status and drops an optional field of the wrong type', () => {
    expect(customer.parse({ ...minimal, status: 'FROZEN', firstName: 7, lastName: null, city: '' })).toEqual({
      id: '1',
      status: 'FROZEN',
      accessRefused: false,
    });
  });

  it('keeps every telephone number once, private before business', () => {
    const phones = {
      phoneBusiness: '+49 30 90',
      phoneBusinessMobile: '+49 171 1',
      phonePrivate: '+49 30 90',
      phonePrivateMobile: '+49 171 2',
    };
    expect(customer.parse({ ...minimal, ...phones }).phones).toEqual(['+49 171 2', '+49 30 90', '+49 171 1']);
    expect(customer.parse({ ...minimal, phonePrivate: '' })).not.toHaveProperty('phones');
  });
});

describe('the preferred language of a customer', () => {
  it.each([
    [{ languageCode: 'de', countryCode: 'DE' }, 'de-DE'],
    [{ languageCode: 'de' }, 'de'],
    [{ languageCode: 'fil', countryCode: null }, 'fil'],
    [{ languageCode: 'de', countryCode: 'Germany' }, 'de'],
    [{ languageCode: 'de', countryCode: 49 }, 'de'],
    [{ languageCode: 'german', countryCode: 'DE' }, undefined],
    [{ languageCode: 'd' }, undefined],
    [{ languageCode: 'de-DE' }, undefined],
    [{ languageCode: '12' }, undefined],
    [{ languageCode: '' }, undefined],
    [{ countryCode: 'DE' }, undefined],
    ['de', undefined],
    [['de'], undefined],
    [null, undefined],
  ])('sent as %j is read as %j', (preferredLanguage, tag) => {
    const read = customer.parse({ ...minimal, preferredLanguage });
    expect(read).toStrictEqual({ ...customer.parse(minimal), ...(tag && { preferredLanguage: tag }) });
    expect(() => new Intl.DateTimeFormat(read.preferredLanguage)).not.toThrow();
  });
});

describe('the studio of a customer', () => {
  it('is kept digit for digit', () => {
    const body = parseExact('{"id":1,"status":"MEMBER","accessRefusal":false,"studioId":9007199254740993}');
    expect(customer.parse(body).studioId).toBe('9007199254740993');
  });

  it.each(['2', 1.5, null, {}])('counts as not supplied when it is %j', (studioId) => {
    expect(customer.parse({ ...minimal, studioId })).not.toHaveProperty('studioId');
  });
});

describe('an account', () => {
  const read = (json: string) => account.safeParse(parseExact(json));

  it('keeps amounts digit for digit', () => {
    const body = '{"accountBalance":{"amount":1234567.89,"currency":"EUR"},"inDebtCollection":false}';
    expect(read(body).data?.balance).toEqual({ amount: '1234567.89', currency: 'EUR' });
  });

  it('distinguishes absent from zero', () => {
    expect(read('{"inDebtCollection":true}').data).toEqual({ inDebtCollection: true });
    expect(read('{"accountBalance":null,"inDebtCollection":true}').data).toEqual({ inDebtCollection: true });
  });

  it.each([
    '{}',
    '{"inDebtCollection":"no"}',
    '{"inDebtCollection":false,"accountBalance":{"amount":"12","currency":"EUR"}}',
    '{"inDebtCollection":false,"accountBalance":{"amount":12}}',
    '{"inDebtCollection":false,"consumptionCredit":5}',
  ])('is refused when what matters is missing or of another type: %s', (json) => {
    expect(read(json).success).toBe(false);
  });
});

describe('a slice of bookings', () => {
  it.each([
    ['"next"', 'next'],
    ['40', '40'],
  ])('hands the offset %s back as it came', (offset, text) => {
    const body = parseExact(`{"result":[],"hasNext":true,"offset":${offset}}`);
    expect(bookings.parse(body)).toEqual({ rows: [], nextOffset: text });
  });

  it('has no next offset when it is the last', () => {
    expect(bookings.parse({ result: [], hasNext: false, offset: '9' })).toEqual({ rows: [] });
  });

  it.each([
    ['"DUNNING_FEE"', 'DUNNING_FEE'],
    ['"SOMETHING_NEW"', 'SOMETHING_NEW'],
    ['7', undefined],
    ['null', undefined],
    ['{}', undefined],
  ])('reads the charge type %s', (sent, chargeType) => {
    const row = `{"id":1,"dueDate":"2026-11-01","installmentPlan":false,"chargeType":${sent}}`;
    const { rows } = bookings.parse(parseExact(`{"result":[${row}],"hasNext":false}`));
    expect(rows[0]).toEqual({
      id: '1',
      dueDate: '2026-11-01',
      installmentPlan: false,
      ...(chargeType && { chargeType }),
    });
  });

  it.each([
    [{ paidPeriodFrom: '2026-11-01', paidPeriodTo: '2026-11-30' }, ['2026-11-01', '2026-11-30']],
    [{ paidPeriodFrom: '2026-11-01' }, ['2026-11-01', undefined]],
    [{ paidPeriodFrom: null, paidPeriodTo: '' }, []],
    [{ paidPeriodFrom: 20261101, paidPeriodTo: {} }, []],
  ])('reads the paid period %j', (sent, [from, to]) => {
    const row = { id: 1, dueDate: '2026-11-01', installmentPlan: false };
    const { rows } = bookings.parse({ result: [{ ...row, ...sent }], hasNext: false });
    expect(rows[0]).toStrictEqual({
      ...row,
      id: '1',
      ...(from && { paidPeriodFrom: from }),
      ...(to && { paidPeriodTo: to }),
    });
  });
});

describe('an error body', () => {
  it('is read from any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const read = errorBody.safeParse(body);
        if (typeof body === 'object' && body !== null && !Array.isArray(body))
          expect(read.success).toBe(true);
      }),
    );
  });

  it('of any depth and length fits on a screen', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const body = { errorMessage: 'x'.repeat(1_000_000), args: [deep, ...Array(10_000).fill('a')] };
    const read = errorBody.parse(body);
    expect(read.errorMessage).toHaveLength(4_000);
    expect(read.args).toHaveLength(100);
    expect(JSON.stringify(read.args?.[0])).toContain('…');
  });

  it('keeps little of many nested arguments', () => {
    const wide = Array.from({ length: 100_000 }, () => ({}));
    const read = errorBody.parse({ args: [wide, wide], typedArgs: [{ type: 'A', value: wide }] });
    expect(JSON.stringify(read).length).toBeLessThan(50_000);
  });

  it('keeps typed arguments with their digits', () => {
    const body = parseExact(
      '{"typedArgs":[{"type":"MONEY","value":{"amount":20.00,"currency":"EUR"}},{"type":"X"}]}',
    );
    expect(errorBody.parse(body).typedArgs).toEqual([
      { type: 'MONEY', value: { amount: '20.00', currency: 'EUR' } },
      { type: 'X' },
    ]);
  });
});

describe('a dunning level', () => {
  const level = (dunningLevel: unknown) =>
    account.parse({ inDebtCollection: false, dunningLevel }).dunningLevel;

  it.each([
    ['Mahnstufe 2', 'Mahnstufe 2'],
    [2, '2'],
    [true, 'true'],
    [{ level: 2, name: 'Zwei' }, '{"level":"2","name":"Zwei"}'],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('sent as %j is shown as it came', (sent, shown) => {
    expect(level(sent)).toBe(shown);
  });
});
