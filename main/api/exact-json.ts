import type { ExactJson } from '../../preload/contract/problem';

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;

/** A JSON number that a double may not represent digit for digit. */
export class ExactNumber {
  constructor(readonly digits: string) {}
}

/** Maximum length of an integer that a double always represents, in characters. */
export const maxIntegerLength = 15;
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Whether a number can contain the character after its first one: a digit, a sign, a point, "e" or "E". */
const isInNumber = (code: number) =>
  isDigit(code) || code === 0x2e || code === 0x2b || code === minus || (code | 0x20) === 0x65;

/** Index of the quote that closes the string opened at `at`; the end of the text if none does. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/**
 * Replaces every number with a fraction, an exponent, or 16 digits and more by a mark: its index in `numbers`, and a
 * half. SECURITY: a body cannot forge a mark, because only marks are numbers with a fraction after this. Strings are
 * copied as they are. What is not a number in JSON is copied too, so that JSON.parse refuses it.
 */
function markInexact(text: string): { marked: string; numbers: string[] } {
  const numbers: string[] = [];
  let marked = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    if (!isDigit(code) && code !== minus) continue;
    const from = at;
    let isInteger = true;
    while (isInNumber(text.charCodeAt(at + 1))) {
      at += 1;
      isInteger &&= isDigit(text.charCodeAt(at));
    }
    if (isInteger && at - from < maxIntegerLength) continue;
    const number = text.slice(from, at + 1);
    if (!jsonNumber.test(number)) continue;
    marked += `${text.slice(copied, from)}${numbers.length}.5`;
    copied = at + 1;
    numbers.push(number);
  }
  return { marked: marked + text.slice(copied), numbers };
}

/** Parses JSON without losing a digit: a number that a double may not represent becomes an {@link ExactNumber}. */
export function parseExact(text: string): unknown {
  const { marked, numbers } = markInexact(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const whole: Record<string, unknown> = { value: JSON.parse(marked) };
  // A loop, because a body can be nested deeper than calls can be.
  const open = numbers.length > 0 ? [whole] : [];
  for (let each = open.pop(); each; each = open.pop())
    for (const name in each) {
      const value = each[name];
      if (typeof value === 'object' && value !== null) open.push(value as Record<string, unknown>);
      else if (typeof value === 'number' && !Number.isInteger(value))
        each[name] = new ExactNumber(numbers[Math.floor(value)] ?? '');
    }
  return whole.value;
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
  if (!(value instanceof ExactNumber) || value.digits.length > maxDigits) return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(value.digits);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText] = match;
  if (exponentText === undefined) return value.digits;
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
  // A number that has no decimal notation, of any length.
  if (value instanceof ExactNumber) return value.digits.slice(0, maxTextLength);
  if (depth === deepest) return '…';
  const fitting = size.left / valueSize;
  if (Array.isArray(value)) return value.slice(0, fitting).map((item) => exact(item, depth + 1, size));
  if (typeof value === 'object') {
    const entries = Object.entries(value).slice(0, fitting);
    return Object.fromEntries(
      entries.map(([name, item]) => {
        size.left -= name.length;
        return [name.slice(0, maxTextLength), exact(item, depth + 1, size)];
      }),
    );
  }
  return String(value).slice(0, maxTextLength);
}

/** Digits of an integer; undefined for anything else. */
export function integerOf(value: unknown): string | undefined {
  const text = decimal(value);
  // Only an ExactNumber has a fraction.
  if (typeof value === 'number' || text === undefined) return text;
  return /^-?\d+$/.test(text) ? text : undefined;
}
