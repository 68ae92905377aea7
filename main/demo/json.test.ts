import { describe, expect, it } from 'vitest';
import { Digits, writeJson } from './json';

describe('writeJson', () => {
  it('writes digits unchanged and everything else like JSON.stringify', () => {
    const value = { id: new Digits('9007199254740993'), amounts: [new Digits('89.70'), new Digits('-0.0')] };
    expect(writeJson(value)).toBe('{"id":9007199254740993,"amounts":[89.70,-0.0]}');
    const plain = { 'a"b': [1, null, true, 'ü\n', { left: undefined, c: [] }] };
    expect(writeJson(plain)).toBe(JSON.stringify(plain));
  });

  it('refuses numbers that would lose digits', () => {
    for (const number of [0.1, 2 ** 53, Number.NaN]) expect(() => writeJson(number)).toThrow();
    for (const text of ['', '01', '1.', '.5', '+1', '1,5', 'NaN']) expect(() => new Digits(text)).toThrow();
  });
});
