import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, formatDate, formatWait } from './date';
import { formatMoney, sign, sum } from './money';

const plainSpaces = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  it.each([
    ['0.07', 'EUR', 'en-GB', '€0.07'],
    ['1234567.89', 'EUR', 'en-GB', '€1,234,567.89'],
    ['1234567.89', 'EUR', 'de-DE', '1.234.567,89 €'],
    ['-89.7', 'EUR', 'en-GB', '−€89.70'],
    ['12.345', 'KWD', 'en-GB', 'KWD 12.345'],
    ['1500', 'JPY', 'en-GB', 'JP¥1,500'],
    ['12.5', 'JPY', 'en-GB', 'JP¥12.5'],
    ['12.345', 'EUR', 'en-GB', '€12.345'],
    ['9007199254740993.01', 'EUR', 'en-GB', '€9,007,199,254,740,993.01'],
    ['12.50', 'ZZQ', 'en-GB', 'ZZQ 12.50'],
    ['12.50', 'EURO', 'en-GB', '12.50 EURO'],
    ['12.50', '', 'en-GB', '12.50 '],
  ])('%s %s in %s reads %s', (amount, currency, locale, text) => {
    expect(plainSpaces(formatMoney({ amount, currency }, locale))).toBe(text);
  });

  it('shows every digit of any amount', () => {
    const amount = fc.stringMatching(/^-?(0|[1-9]\d{0,20})\.\d{0,18}[1-9]$/);
    fc.assert(
      fc.property(amount, (text) => {
        const shown = formatMoney({ amount: text, currency: 'EUR' }, 'en-GB').replaceAll(',', '');
        expect(shown.replace('−', '-').replace('€', '').replace(/0+$/, '')).toBe(text.replace(/0+$/, ''));
      }),
    );
  });

  it('is summed exactly', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum(['29.90', '29.9', '-0.005'])).toBe('59.795');
    expect(sum(['-0.07', '0.05'])).toBe('-0.02');
    expect(sum(['9007199254740993', '0.01'])).toBe('9007199254740993.01');
    expect(sum([])).toBe('0');
  });

  it('has a sign', () => {
    expect(['0', '0.00', '-0.0', '0.01', '-5'].map(sign)).toEqual([0, 0, 0, 1, -1]);
  });
});

describe('a date', () => {
  it('is the same day in every time zone', () => {
    expect(formatDate('1952-05-04', 'en-GB')).toBe('4 May 1952');
    expect(formatDate('1952-05-04', 'de-DE')).toBe('4. Mai 1952');
  });

  it.each(['1952-13-40', 'gestern', '', '1952-5-4'])('that is invalid is shown as sent: %j', (text) => {
    expect(formatDate(text, 'en-GB')).toBe(text);
  });

  it('of birth changes the age on the birthday', () => {
    expect(ageOn('2026-05-03', '1952-05-04')).toBe(73);
    expect(ageOn('2026-05-04', '1952-05-04')).toBe(74);
    expect(ageOn('2026-05-04', '2030-01-01')).toBeUndefined();
    expect(ageOn('2026-05-04', 'unknown')).toBeUndefined();
  });
});

it.each([
  [1, '1 s'],
  [119, '119 s'],
  [120, '2:00 min'],
  [845, '14:05 min'],
])('a wait of %i seconds reads %s', (seconds, text) => {
  expect(formatWait(seconds)).toBe(text);
});
