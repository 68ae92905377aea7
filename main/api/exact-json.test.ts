import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, exact, parseExact } from './exact-json';

const digitsOf = (json: string) => decimal((parseExact(`{"n":${json}}`) as { n: unknown }).n);

describe('parseExact and decimal', () => {
  it.each([
    ['9007199254740993', '9007199254740993'],
    ['-9223372036854775808', '-9223372036854775808'],
    ['0.07', '0.07'],
    ['1234567.89', '1234567.89'],
    ['12.345', '12.345'],
    ['89.70', '89.70'],
    ['-0.10', '-0.10'],
    ['1.5e3', '1500'],
    ['1.25e1', '12.5'],
    ['15e-4', '0.0015'],
    ['-2E+2', '-200'],
    ['0', '0'],
    ['1001', '1001'],
  ])('keeps %s digit for digit', (json, digits) => {
    expect(digitsOf(json)).toBe(digits);
  });

  it('keeps every digit of any decimal', () => {
    const part = fc.stringMatching(/^(0|[1-9]\d{0,24})$/);
    fc.assert(
      fc.property(
        fc.boolean(),
        part,
        fc.option(fc.stringMatching(/^\d{1,20}$/)),
        (minus, whole, fraction) => {
          const text = `${minus ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`;
          fc.pre(text !== '-0');
          expect(digitsOf(text)).toBe(text);
        },
      ),
    );
  });

  it('refuses a number or an exponent that would fill the memory', () => {
    expect(digitsOf('9'.repeat(100_000))).toBeUndefined();
    expect(digitsOf('1e999999999')).toBeUndefined();
  });

  it('reads a body with a byte order mark', () => {
    expect(parseExact('\ufeff{"a":1}')).toEqual({ a: 1 });
  });

  it('returns undefined for anything that is not a number', () => {
    for (const value of ['12', null, true, {}, [], undefined, Number.NaN, 1.5])
      expect(decimal(value)).toBeUndefined();
  });

  it('takes the last of two values with the same name, with and without fractions', () => {
    expect(parseExact('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(exact(parseExact('{"a":1.5,"a":2.5,"a":3.5}'))).toEqual({ a: '3.5' });
  });

  it('does not let a body change the prototype of objects', () => {
    const value = parseExact('{"__proto__":{"polluted":1.5},"a":{"__proto__":2.5}}') as { a: object };
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    for (const each of [value, value.a]) expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
    expect(exact(value)).toEqual(JSON.parse('{"__proto__":{"polluted":"1.5"},"a":{"__proto__":"2.5"}}'));
  });

  it('leaves texts and names that look like a number as they are', () => {
    const text = '["0.5","\\u0030.5","\\"1.5","\\\\",7.25,{"0.5":"1.5"}]';
    expect(exact(parseExact(text))).toEqual(['0.5', '0.5', '"1.5', '\\', '7.25', { '0.5': '1.5' }]);
  });

  it.each([
    '01.5',
    '1.',
    '+1.5',
    '.5',
    '1.5e',
    '--1.5',
    '1-1.5',
    '1.5.5',
    '-',
    '1.5 2.5',
    'NaN',
    '1.5true',
    '',
  ])('refuses %s', (json) => {
    for (const text of [json, `[0.5,${json}]`, `{"a":${json}}`])
      expect(() => parseExact(text)).toThrow(SyntaxError);
  });

  it('reads a body that is nested deeper than calls can be', () => {
    const depth = 500_000;
    const nested = `${'['.repeat(depth)}0.5${']'.repeat(depth)}`;
    expect(JSON.stringify(exact(parseExact(nested)))).toBe(`${'['.repeat(20)}"…"${']'.repeat(20)}`);
  });
});

describe('exact', () => {
  it('converts the numbers of any JSON value into digits', () => {
    expect(exact(parseExact('{"a":[1,2.50,{"b":null}],"c":"x","d":true}'))).toEqual({
      a: ['1', '2.50', { b: null }],
      c: 'x',
      d: true,
    });
  });
});
