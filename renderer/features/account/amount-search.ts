import type { Booking, Money } from '../../../preload/contract/domain';

/** One meaning of a typed amount. */
interface TypedAmount {
  /** Digits before the decimal separator, without leading zeros. */
  whole: string;
  /** Digits after it, as far as they are typed. */
  fraction: string;
  isNegative: boolean;
  /** Currency in small letters; undefined where none or a sign was typed. */
  currency: string | undefined;
}

const written =
  /^(?<before>[a-z]{3,4}|\p{Sc})? ?(?<minus>-)? ?(?<sign>\p{Sc})? ?(?<digits>\d[\d.,' ]*)(?<after> ?[a-z]{3,4}| ?\p{Sc})?$/u;

/** Amounts that a text can mean: `29,90`, `€29.90`, `1.234,5`, `1 234.50`, `-5 EUR`. `1.234` can mean two. */
export function amountsIn(text: string): TypedAmount[] {
  const { before = '', minus, digits = '', after = '' } = written.exec(text)?.groups ?? {};
  const currency = [before, after.trim()].find((word) => /[a-z]/.test(word))?.replace(/^euro$/, 'eur');
  return numbersIn(digits.replace(/[' ]/g, '')).map(([whole, fraction]) => ({
    whole: whole.replace(/^0+(?=\d)/, ''),
    fraction,
    isNegative: minus !== undefined,
    currency,
  }));
}

/** Digits before and after the decimal separator, for every way to read the separators. */
function numbersIn(digits: string): [whole: string, fraction: string][] {
  if (/^\d+$/.test(digits)) return [[digits, '']];
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (at < 0) return [];
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  const decimal = isGrouped(whole, digits.charAt(at)) ? [[whole.replace(/[.,]/g, ''), fraction]] : [];
  const grouped = isGrouped(digits, '') ? [[digits.replace(/[.,]/g, ''), '']] : [];
  return [...decimal, ...grouped] as [string, string][];
}

/** Whether a number is plain or has groups of three digits, with one separator that is not `decimal`. */
function isGrouped(digits: string, decimal: string): boolean {
  if (/^\d+$/.test(digits)) return true;
  const separator = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.exec(digits)?.[1];
  return separator !== undefined && separator !== decimal;
}

/** Whether an amount or open amount of a booking begins with the typed digits. The sign counts where it was typed. */
export function amountMatches(typed: readonly TypedAmount[], { amount, openAmount }: Booking): boolean {
  return typed.some((each) => [amount, openAmount].some((money) => money && isAmount(money, each)));
}

function isAmount({ amount, currency }: Money, typed: TypedAmount): boolean {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  return (
    whole === typed.whole &&
    fraction.padEnd(typed.fraction.length, '0').startsWith(typed.fraction) &&
    (!typed.isNegative || amount.startsWith('-')) &&
    (typed.currency === undefined || typed.currency === currency.toLowerCase())
  );
}
