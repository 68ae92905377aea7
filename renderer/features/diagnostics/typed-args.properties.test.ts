import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTypedArg } from './typed-args';

describe('a typed argument', () => {
  const digits = (text: string) => text.replace(/\D/g, '');
  const decimal = fc.stringMatching(/^-?(0|[1-9]\d{0,19})\.\d{0,19}[1-9]$/, { size: 'max' });
  const integer = fc.stringMatching(/^-?[1-9]\d{0,19}$/, { size: 'max' });

  it('keeps every digit of a number in every language', () => {
    const locale = fc.constantFrom('en-GB', 'de-DE');
    fc.assert(
      fc.property(decimal, integer, locale, (fraction, whole, spoken) => {
        const money = { amount: fraction, currency: 'EUR' };
        expect(digits(formatTypedArg({ type: 'DECIMAL', value: fraction }, spoken))).toBe(digits(fraction));
        expect(digits(formatTypedArg({ type: 'INTEGER', value: whole }, spoken))).toBe(digits(whole));
        // A currency may add a zero to a single fraction digit.
        expect(digits(formatTypedArg({ type: 'MONEY', value: money }, spoken))).toMatch(
          new RegExp(`^${digits(fraction)}0?$`),
        );
      }),
    );
  });

  it('shows an invalid amount as sent', () => {
    const amount = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', ' ', '20,00', '0x10', '1e3', 'Infinity', '+5', '.5', '5.'),
    );
    fc.assert(
      fc.property(amount, (sent) => {
        fc.pre(!/^-?\d+(\.\d+)?$/.test(sent));
        const line = formatTypedArg({ type: 'MONEY', value: { amount: sent, currency: 'EUR' } }, 'en-GB');
        expect(line).toBe(`MONEY amount: ${sent}, currency: EUR`);
      }),
    );
  });
});
