import { isLosslessNumber, LosslessNumber, parse } from 'lossless-json';
import type { ExactJson } from '../../preload/contract/problem';

const quote = 0x22;
const backslash = 0x5c;

/** More digits than a double is sure to give back. */
const manyDigits = 16;

/**
 * Whether the text has a number that a double may not give back digit for digit: a fraction, an exponent, 16 digits or more.
 * Strings are passed over: a time of day in one is no fraction.
 */
function hasInexactNumber(text: string): boolean {
  let digits = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === quote) quoted = false;
      else if (code === backslash) at += 1;
    } else if (code >= 0x30 && code <= 0x39) {
      digits += 1;
      if (digits === manyDigits) return true;
    } else {
      // Of "." and "e" or "E".
      if (digits > 0 && (code === 0x2e || (code | 0x20) === 0x65)) return true;
      digits = 0;
      quoted = code === quote;
    }
  }
  return false;
}

/** Most answers hold nothing but small integers; those take the engine's own parser, which is far faster. */
export function parseExact(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return hasInexactNumber(body)
    ? parse(body, undefined, (token) => new LosslessNumber(token))
    : JSON.parse(body);
}

/** Beyond this many characters, or this exponent, a "number" is an attack on memory, not money. */
const longest = 100;
const maxExponent = 400;

/**
 * The digits of a parsed JSON number as a plain decimal string, digit for digit; an exponent is written out.
 * Undefined for anything that is not a finite number.
 */
export function decimal(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (!isLosslessNumber(value) || value.value.length > longest) return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(value.value);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText] = match;
  if (exponentText === undefined) return value.value;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > maxExponent) return undefined;
  const digits = `${'0'.repeat(Math.max(0, -exponent))}${whole}${fraction}${'0'.repeat(Math.max(0, exponent))}`;
  const point = Math.max(0, -exponent) + whole.length + exponent;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point).replace(exponent > 0 ? /0+$/ : /(?!)/, '');
  return `${sign}${integer || '0'}${rest ? `.${rest}` : ''}`;
}

/** Deeper than any argument of an error; below that only a word stands for what was there. */
const deepest = 20;

/** Longer than anybody reads; an error of megabytes must not freeze the screen that tells of it. */
export const longestText = 4_000;

/** No name, address or number is longer; what an API sends beyond that is not worth the time of main. */
export const longestWord = 500;

/** A parsed body with every number turned into its digits, fit for the border. */
export function exact(value: unknown, depth = 0): ExactJson {
  if (typeof value === 'string') return value.slice(0, longestText);
  if (value === null || typeof value === 'boolean') return value;
  const digits = decimal(value);
  if (digits !== undefined) return digits;
  if (depth === deepest) return '…';
  if (Array.isArray(value)) return value.map((item) => exact(item, depth + 1));
  if (typeof value === 'object' && !isLosslessNumber(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, exact(item, depth + 1)]));
  // A number that no decimal is made of, of any length.
  return String(value).slice(0, longestText);
}
