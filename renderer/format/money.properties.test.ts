import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, sign, sum } from './money';

const amount = fc.stringMatching(/^-?(0|[1-9]\d{0,19})(\.\d{1,20})?$/, { size: 'max' });
const currency = fc.constantFrom('EUR', 'CHF', 'JPY', 'KWD', 'ZZQ', 'EURO', '');

/** Group and decimal separators of the supported locales. */
const separators = { 'en-GB': [',', '.'], 'de-DE': ['.', ','] } as const;
const locale = fc.constantFrom('en-GB', 'de-DE');

/** The number in a localised text as a plain decimal. */
function read(text: string, spoken: keyof typeof separators): string {
  const [group, point] = separators[spoken];
  const plain = text.replaceAll(group, '').replace(point, '.').replace('−', '-');
  return `${plain.includes('-') ? '-' : ''}${/\d+(\.\d+)?/.exec(plain)?.[0]}`;
}

/** Removes zeros at the end of a fraction, which depend on the currency. */
function bare(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`;
}

/** A zero has no sign. */
const unsignedZero = (decimal: string) => (/[1-9]/.test(decimal) ? decimal : decimal.replace('-', ''));

describe('money', () => {
  it('shows every digit and the sign in every language and currency', () => {
    fc.assert(
      fc.property(amount, currency, locale, (sent, code, spoken) => {
        const known = /^[A-Z]{3}$/.test(code);
        const text = formatMoney({ amount: sent, currency: code }, spoken);
        // A value that Intl rejects is shown as sent, with a point in every language.
        expect(bare(known ? read(text, spoken) : (text.split(' ')[0] ?? ''))).toBe(bare(unsignedZero(sent)));
      }),
      { numRuns: 500 },
    );
  });

  it('has a minus sign in front, never a hyphen', () => {
    fc.assert(
      fc.property(amount, locale, (sent, spoken) => {
        const text = formatMoney({ amount: sent, currency: 'EUR' }, spoken);
        expect(text).not.toContain('-');
        expect(text.startsWith('−')).toBe(unsignedZero(sent).startsWith('-'));
      }),
    );
  });

  it('of any amount and currency gives a text and no exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), locale, (sent, code, spoken) => {
        expect(formatMoney({ amount: sent, currency: code }, spoken)).toBeTypeOf('string');
      }),
    );
  });

  it('is summed without losing a digit: adding and subtracting leaves the rest', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 8 }), (rest, others) => {
        const all = [rest, ...others, ...others.map(negated)];
        expect(bare(sum(all))).toBe(bare(sum([rest])));
        expect(bare(sum(all.reverse()))).toBe(bare(sum([rest])));
        expect(bare(sum([rest]))).toBe(sign(rest) === 0 ? '0' : bare(rest));
      }),
    );
  });

  it('keeps its sign when zero is added, and changes it when negated', () => {
    fc.assert(
      fc.property(amount, (sent) => {
        expect(sign(sum([sent]))).toBe(sign(sent));
        expect(sign(negated(sent))).toBe(sign(sent) === 0 ? 0 : -sign(sent));
      }),
    );
  });
});
