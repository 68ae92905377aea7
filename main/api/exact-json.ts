import { isLosslessNumber, LosslessNumber, parse } from 'lossless-json';
import type { ExactJson } from '../../preload/contract/problem';

const quote = 0x22;
const backslash = 0x5c;

/** Number of significant digits above which a double may lose some. */
const manyDigits = 16;

/**
 * Whether the text contains a number that a double may not represent digit for digit: a fraction, an exponent, or 16
 * digits and more. Strings are skipped, so that a time of day counts as no fraction.
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
      // Character codes of "." and of "e" and "E".
      if (digits > 0 && (code === 0x2e || (code | 0x20) === 0x65)) return true;
      digits = 0;
      quoted = code === quote;
    }
  }
  return false;
}

/**
 * Parses JSON without losing a digit. Most answers contain only small integers and take JSON.parse, which is much
 * faster.
 */
export function parseExact(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return hasInexactNumber(body)
    ? parse(body, undefined, {
        parseNumber: (token) => new LosslessNumber(token),
        // The last one wins, as in JSON.parse: both parsers read the same body alike.
        onDuplicateKey: ({ newValue }) => newValue,
      })
    : JSON.parse(body);
}

/**
 * Limit of a number's characters and of its exponent. Beyond it, a number is an attack on memory and not an amount.
 */
const maxDigits = 100;
const maxExponent = 400;

/**
 * Digits of a parsed JSON number as a plain decimal string, with an exponent written out. Undefined for anything that
 * is not a finite number.
 */
export function decimal(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (!isLosslessNumber(value) || value.value.length > maxDigits) return undefined;
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

/** Maximum nesting of an error's argument. A placeholder replaces what is nested deeper. */
const deepest = 20;

/** Maximum characters of a text inside an error. An error of megabytes would freeze the screen that shows it. */
export const maxTextLength = 4_000;

/**
 * Maximum size of what is read of an error's arguments, in characters. SECURITY: empty objects take more memory than
 * their text, and a search of many studios keeps an error for each.
 */
const maxSize = 64_000;

/** What an empty value counts, in characters. */
const valueSize = 16;

/** Maximum characters of a name, an address or a number. */
export const maxWordLength = 500;

/**
 * Converts a parsed body for the border: every number becomes its digits. A placeholder replaces what is nested too deep
 * or exceeds the size.
 */
export function exact(value: unknown, depth = 0, size = { left: maxSize }): ExactJson {
  size.left -= valueSize + (typeof value === 'string' ? Math.min(value.length, maxTextLength) : 0);
  if (size.left < 0) return '…';
  if (typeof value === 'string') return value.slice(0, maxTextLength);
  if (value === null || typeof value === 'boolean') return value;
  const digits = decimal(value);
  if (digits !== undefined) return digits;
  if (depth === deepest) return '…';
  const fitting = size.left / valueSize;
  if (Array.isArray(value)) return value.slice(0, fitting).map((item) => exact(item, depth + 1, size));
  if (typeof value === 'object' && !isLosslessNumber(value)) {
    const entries = Object.entries(value).slice(0, fitting);
    return Object.fromEntries(
      entries.map(([name, item]) => {
        size.left -= name.length;
        return [name.slice(0, maxTextLength), exact(item, depth + 1, size)];
      }),
    );
  }
  // A number that has no decimal notation, of any length.
  return String(value).slice(0, maxTextLength);
}

/** Digits of an integer; undefined for anything else. */
export function integerOf(value: unknown): string | undefined {
  const text = decimal(value);
  return text !== undefined && /^-?\d+$/.test(text) ? text : undefined;
}
