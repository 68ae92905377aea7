import { describe, expect, it } from 'vitest';
import type { ContractPrice } from '../../../preload/contract/domain';
import { contractsMessages } from './messages';
import { priceWords } from './price-words';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const span = (value: string, unit: string) => ({ value, unit });
const english = (price: ContractPrice) => priceWords(price, contractsMessages.en, 'en-GB');
const german = (price: ContractPrice) =>
  priceWords(price, contractsMessages.de, 'de-DE')?.replaceAll('\u00A0', ' ');
const recurring = (value: string, unit: string): ContractPrice => ({
  current: eur('29.90'),
  frequency: 'RECURRING',
  every: span(value, unit),
});

describe('a price in words', () => {
  it.each([
    ['1', 'MONTH', '€29.90 monthly', '29,90 € monatlich'],
    ['3', 'MONTH', '€29.90 every 3 months', '29,90 € alle 3 Monate'],
    ['1', 'WEEK', '€29.90 weekly', '29,90 € wöchentlich'],
    ['4', 'WEEK', '€29.90 every 4 weeks', '29,90 € alle 4 Wochen'],
    ['1', 'YEAR', '€29.90 yearly', '29,90 € jährlich'],
    ['1', 'DAY', '€29.90 daily', '29,90 € täglich'],
    ['1', 'constructor', '€29.90 every 1 constructor', '29,90 € alle 1 constructor'],
    ['2', 'FORTNIGHT', '€29.90 every 2 FORTNIGHT', '29,90 € alle 2 FORTNIGHT'],
  ])('says that it recurs every %s %s', (value, unit, en, de) => {
    expect(english(recurring(value, unit))).toBe(en);
    expect(german(recurring(value, unit))).toBe(de);
  });

  const first = { month: 1, day: 1 };
  const july = { month: 7, day: 1 };
  it('names the days of a year, with prices only where they differ', () => {
    const price: ContractPrice = { current: eur('60.00'), frequency: 'MONTH_DAY' };
    const same = {
      ...price,
      onDays: [
        { ...first, price: eur('60.00') },
        { ...july, price: eur('60') },
      ],
    };
    expect(english(same)).toBe('€60.00 on 1 January and 1 July');
    expect(german(same)).toBe('60,00 € am 1. Januar und 1. Juli');
    const other = {
      ...price,
      onDays: [
        { ...first, price: eur('60') },
        { ...july, price: eur('70.50') },
      ],
    };
    expect(english(other)).toBe('€60.00 on 1 January and €70.50 on 1 July');
  });

  it('names later prices from the unit in which they begin', () => {
    const price: ContractPrice = {
      current: eur('19.90'),
      frequency: 'TERM_BASED',
      steps: [
        { after: span('0', 'MONTH'), price: eur('19.90') },
        { after: span('3', 'MONTH'), price: eur('29.90') },
      ],
    };
    expect(english(price)).toBe('€19.90, from the 4th month €29.90');
    expect(german(price)).toBe('19,90 €, ab dem 4. Monat 29,90 €');
    const weeks = { ...price, steps: [{ after: span('1', 'WEEK'), price: eur('1') }] };
    expect(english(weeks)).toBe('€19.90, from the 2nd week €1.00');
    expect(german(weeks)).toBe('19,90 €, ab der 2. Woche 1,00 €');
  });

  it('keeps every digit of a span', () => {
    const after = span('9007199254740993', 'MONTH');
    const price: ContractPrice = { frequency: 'TERM_BASED', steps: [{ after, price: eur('1') }] };
    expect(english(price)).toBe('after 9007199254740993 MONTH €1.00');
    expect(english(recurring('9007199254740993', 'MONTH'))).toBe('€29.90 every 9007199254740993 months');
  });

  it('leaves out prices that have begun', () => {
    const price: ContractPrice = {
      current: eur('29.90'),
      frequency: 'TERM_BASED',
      steps: [{ after: span('3', 'MONTH'), price: eur('29.90') }],
    };
    expect(priceWords(price, contractsMessages.en, 'en-GB', () => false)).toBe('€29.90');
  });

  it.each([
    [{ frequency: 'FREE' }, 'free'],
    [{ frequency: 'FREE', current: eur('0.00') }, 'free'],
    [{ frequency: 'FREE', current: eur('5.00') }, '€5.00 free'],
    [{ frequency: 'NON_RECURRING', current: eur('99') }, '€99.00 once'],
    [{ frequency: 'BIWEEKLY', current: eur('29.90') }, '€29.90 BIWEEKLY'],
    [{ frequency: 'MONTH_DAY', current: eur('29.90') }, '€29.90 MONTH_DAY'],
    [{ frequency: 'RECURRING', each: eur('12.345') }, '€12.345'],
    [{}, undefined],
  ] as [ContractPrice, string | undefined][])('says what is known of %j', (price, text) => {
    expect(english(price)).toBe(text);
  });
});
