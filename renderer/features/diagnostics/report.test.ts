import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, typedArgTypes } from '../../../preload/contract/problem';
import { dateForms } from '../../format/date';
import { languageFor } from '../../messages/language';
import { traceIdOf } from './facts';
import { redact } from './redact';
import { errorReport } from './report';
import { formatTypedArg } from './typed-args';

const environment = { version: '1.2.3', system: 'Windows_NT 10.0.22631 x64' };
const english = languageFor('system', 'en-GB');
const problem: Problem = {
  kind: 'serverError',
  studio: 'https://fit.open-api.magicline.com#1210093500',
  request: {
    id: '4bf92f3577b34da6a3ce929d0e0e4736',
    method: 'GET',
    endpoint: '/v1/customers/{customerId}/account/balances',
    path: '/v1/customers/1001/account/balances',
    startedAt: '2026-11-23T14:03:22.000Z',
    durationMs: 1420,
    attempts: 1,
  },
  response: {
    status: 500,
    statusText: 'Internal Server Error',
    errorMessage: 'Account of Edgar Bullock (example@email.com, born 1952-05-04) is broken | <b>',
    errorCode: 'internal.error',
    traceId: '6841925e1c0b7d3f92ab44c0d1e77a05',
    date: 'Mon, 23 Nov 2026 14:03:23 GMT',
    server: 'envoy',
    typedArgs: [
      { type: 'MONEY', value: { amount: '20.00', currency: 'EUR' } },
      { type: 'STRING', value: 'BULLOCK' },
    ],
  },
};
const personal = ['1001', '1-12345', 'Edgar', 'Bullock', '1952-05-04', 'example@email.com'];

describe('a report', () => {
  const report = errorReport(problem, environment, personal, english);

  it('contains what engineering needs', () => {
    for (const fact of [
      '500 Internal Server Error',
      'GET /v1/customers/{customerId}/account/balances',
      'internal.error',
      '6841925e1c0b7d3f92ab44c0d1e77a05',
      '4bf92f3577b34da6a3ce929d0e0e4736',
      'MONEY €20.00',
      '2026-11-23T14:03:22.000Z',
      '1.42 s, 1 attempt',
      '1.2.3',
      '| Reference | Not supplied |',
      '`internal.error`',
      'https://fit.open-api.magicline.com',
      'Windows_NT 10.0.22631 x64',
      'en-GB',
      'Mon, 23 Nov 2026 14:03:23 GMT',
      'envoy',
    ])
      expect(report).toContain(fact);
  });

  it('contains nothing about the customer', () => {
    for (const value of personal) expect(report.toLowerCase()).not.toContain(value.toLowerCase());
  });

  it('keeps texts of the API in their cell', () => {
    expect(report).toContain('is broken \\| <b>`');
  });
});

it("removes a customer's ID and birth date from a typed argument", () => {
  const typedArgs = [
    { type: 'INTEGER', value: '1001' },
    { type: 'DATE', value: '1952-05-04' },
    { type: 'MONTH_DAY', value: '--05-04' },
  ];
  const told: Problem = {
    kind: 'serverError',
    response: { status: 500, statusText: '', typedArgs, traceId: 'e.b@x.de' },
  };
  const report = errorReport(told, environment, ['1001', ...dateForms('1952-05-04', 'en-GB')], english);
  for (const personal of ['1001', '1,001', '1952', 'May', '05-04', 'e.b@x.de'])
    expect(report).not.toContain(personal);
});

describe('redaction', () => {
  it('removes patterns of personal data without a known customer', () => {
    for (const value of [
      'max.muster@studio.example',
      'DE89 3704 0044 0532 0130 00',
      'DE89370400440532013000',
      '1-12345',
      '+49 171 1234567',
    ])
      expect(redact(`before ${value} after`, [])).toBe('before [removed] after');
  });

  it('keeps words that only contain a short name', () => {
    expect(redact('Annotation for Ann', ['Ann'])).toBe('Annotation for [removed]');
  });

  it.each([
    ['Müllers', 'Müller'],
    ['MULLER', 'Müller'],
    ['Mueller', 'Müller'],
    ['Müller', 'Mueller'],
    ['Mu\u0308ller', 'Müller'],
    ['STRAUSS', 'Strauß'],
    ['customerMüller1952', 'Müller'],
    ['Lena', 'Anna-Lena'],
    ['O’Brien', "O'Brien"],
    ['471122', '47 11 22'],
    ['1001', '1001'],
  ])('takes %j out when %j is known', (written, known) => {
    const clean = redact(`before ${written} after`, [known]);
    expect(clean).not.toContain(written);
    expect(clean).toMatch(/^before \S* ?after$/);
  });

  it('removes every known value, wherever it is', () => {
    const value = fc.stringMatching(/^[A-Za-zÄÖÜäöüßŁł]{4,12}$/);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), fc.string(), (known, noise) => {
        const text = known.map((word) => `${noise} ${word}, `).join('');
        const clean = redact(text, known);
        for (const word of known) expect(clean.split(/[\s,]+/)).not.toContain(word);
      }),
    );
  });
});

describe('a typed argument', () => {
  it.each([
    ['MONEY', { amount: '20.00', currency: 'EUR' }, 'MONEY €20.00'],
    ['DATE', '2026-11-01', 'DATE 1 Nov 2026'],
    ['MONTH_DAY', '--02-29', 'MONTH_DAY 29 February'],
    ['INTEGER', '9007199254740993', 'INTEGER 9,007,199,254,740,993'],
    ['DECIMAL', '0.07', 'DECIMAL 0.07'],
    ['BOOLEAN', true, 'BOOLEAN true'],
    [
      'TIMESTAMP',
      '2022-06-15T23:59:59.999+02:00[Europe/Berlin]',
      'TIMESTAMP 15 Jun 2022 23:59:59 Europe/Berlin',
    ],
    ['TERM_LIST', ['a', 'b'], 'TERM_LIST a, b'],
    ['NOBODY_KNOWS', { a: '1' }, 'NOBODY_KNOWS a: 1'],
    ['MONEY', 'not money', 'MONEY not money'],
  ] as const)('%s %j reads %s', (type, value, text) => {
    expect(formatTypedArg({ type, value: value as never }, 'en-GB')).toBe(text);
  });

  it('of any type and value gives one line and no exception', () => {
    const anyValue = fc
      .jsonValue()
      .map((value) => JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'number' ? String(v) : v))));
    fc.assert(
      fc.property(
        fc.constantFrom(...typedArgTypes, 'X', '__proto__', 'toString', '__defineGetter__'),
        anyValue,
        (type, value) => {
          expect(typeof formatTypedArg({ type, value }, 'en-GB')).toBe('string');
        },
      ),
    );
  });
});

it.each(['Bullock', 'Edgar-Bullock', '0151-12345678', '1234567890123456'])(
  'a trace ID that looks like %s is not copied as it is',
  (traceId) => {
    const odd: Problem = { kind: 'serverError', response: { status: 500, statusText: '', traceId } };
    expect(traceIdOf(odd)).toBeUndefined();
    expect(errorReport(odd, environment, ['Edgar', 'Bullock'], english)).not.toContain(traceId);
  },
);

it('a UUID is no trace ID, because an API key has that form', () => {
  const traceId = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
  expect(
    traceIdOf({ kind: 'serverError', response: { status: 500, statusText: '', traceId } }),
  ).toBeUndefined();
});

it('a customer number glued to letters is removed', () => {
  expect(redact('No1-12345 unknown', [])).toBe('No[removed] unknown');
});

describe('a day in a text of the API', () => {
  const known = ['Edgar', ...dateForms('1952-05-04', 'en-GB')];

  it.each([
    ['Due 2026-11-01, born 1952-05-04', 'Due 2026-11-01, born [removed]'],
    ['fällig am 01.11.2026 für 0151 12345678', 'fällig am 01.11.2026 für [removed]'],
    ['2026-11-01T10:15:00Z', '2026-11-01T10:15:00Z'],
    ['born 1971-03-02', 'born [removed]'],
    ['card 2026-11-011234', 'card [removed]'],
  ])('stays when it cannot be a date of birth: %s', (text, redacted) => {
    expect(redact(text, known, 2026)).toBe(redacted);
  });

  it('is removed when it is the date of birth of the customer, however young', () => {
    expect(redact('born 2024-01-05', dateForms('2024-01-05', 'en-GB'), 2026)).toBe('born [removed]');
  });
});
