import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSpan,
  ageOn,
  daysBetween,
  formatDate,
  formatDays,
  formatMonthDay,
  formatPeriod,
  formatWait,
} from './date';
import { formatMoney, sign, sum } from './money';
import { phaseOn } from './period';

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

  it.each(['1952-13-40', '2026-02-30', 'gestern', '', '1952-5-4'])(
    'that is invalid is shown as sent: %j',
    (text) => {
      expect(formatDate(text, 'en-GB')).toBe(text);
    },
  );

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

describe('a time span', () => {
  it.each([
    ['2026-01-31', 1, 'MONTH', '2026-02-28'],
    ['2026-11-30', 3, 'MONTH', '2027-02-28'],
    ['2024-02-29', 1, 'YEAR', '2025-02-28'],
    ['2026-12-30', 3, 'DAY', '2027-01-02'],
    ['2026-12-30', 2, 'WEEK', '2027-01-13'],
    ['2026-12-30', 2, 'FORTNIGHT', undefined],
    ['someday', 2, 'DAY', undefined],
    ['2026-12-30', Number.NaN, 'DAY', undefined],
    ['2026-12-30', 1e15, 'YEAR', undefined],
    ['2026-12-30', 99_999, 'MONTH', undefined],
    ['2026-02-30', 1, 'DAY', undefined],
  ] as const)('after %s of %i %s ends on %s', (date, count, unit, end) => {
    expect(addSpan(date, count, unit)).toBe(end);
  });

  it('is counted in days, across a change of the clocks', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-28', '2026-11-01')).toBe(-27);
    expect([0, 1, 4].map((days) => formatDays(days, 'en-GB'))).toEqual(['today', 'tomorrow', 'in 4 days']);
    expect([0, 1, 4].map((days) => formatDays(days, 'de'))).toEqual(['heute', 'morgen', 'in 4 Tagen']);
  });

  it('is named once where its ends share a month', () => {
    expect(plainSpaces(formatPeriod('2026-11-01', '2026-11-30', 'en-GB'))).toMatch(/^1 ?– ?30 Nov 2026$/);
    expect(formatPeriod('soon', '2026-11-30', 'en-GB')).toBe('soon – 30 Nov 2026');
    expect(formatPeriod(undefined, '2026-11-30', 'en-GB')).toBe('– 30 Nov 2026');
    expect(formatPeriod('2026-11-01', undefined, 'en-GB')).toBe('1 Nov 2026 –');
    expect(formatPeriod('2026-11-30', '2026-11-01', 'en-GB')).toBe('30 Nov 2026 – 1 Nov 2026');
  });

  it('can be a day of every year', () => {
    expect(formatMonthDay(2, 29, 'en-GB')).toBe('29 February');
    expect(formatMonthDay(7, 1, 'de')).toBe('1. Juli');
  });
});

it.each([
  [{}, 'now'],
  [{ startDate: '2026-11-28', endDate: '2026-11-28' }, 'now'],
  [{ startDate: '2026-11-29' }, 'ahead'],
  [{ endDate: '2026-11-27' }, 'past'],
  [{ startDate: '2026-11-29', endDate: '2026-11-27' }, 'past'],
] as const)('the period %j is %s on 2026-11-28', (period, phase) => {
  expect(phaseOn('2026-11-28', period)).toBe(phase);
});
