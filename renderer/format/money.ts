import type { Money } from '../../preload/contract/domain';
import { numberFormat } from './intl';

/**
 * Money in the locale's format with every digit: Intl takes the decimal string, and fraction digits that the currency
 * does not have are shown, not rounded. What Intl rejects, such as an invalid currency or too many fraction digits,
 * is shown as sent.
 */
export function formatMoney({ amount: sent, currency }: Money, locale: string): string {
  // Removes the minus sign of a zero amount.
  const amount = /^-[0.]+$/.test(sent) ? sent.slice(1) : sent;
  try {
    const usual = numberFormat(locale, { style: 'currency', currency });
    const fraction = amount.split('.')[1]?.replace(/0+$/, '').length ?? 0;
    const digits = Math.max(usual.resolvedOptions().maximumFractionDigits ?? 0, fraction);
    const exact = numberFormat(locale, {
      style: 'currency',
      currency,
      maximumFractionDigits: digits,
    });
    // Intl accepts decimal strings (ECMA-402, ToIntlMathematicalValue); TypeScript requires the cast.
    return exact
      .formatToParts(amount as `${number}`)
      .map((part) => (part.type === 'minusSign' ? '−' : part.value))
      .join('');
  } catch {
    return `${amount} ${currency}`;
  }
}

/** Sign of a plain decimal string: -1, 0 or 1. */
export function sign(amount: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(amount)) return 0;
  return amount.startsWith('-') ? -1 : 1;
}

/** Exact sum of plain decimal strings, with as many fraction digits as the longest of them. */
export function sum(amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const total = amounts.reduce((so, amount) => {
    const [whole = '0', fraction = ''] = amount.split('.');
    return so + BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
  }, 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return total < 0n ? `-${text}` : text;
}
