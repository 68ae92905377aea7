import type { CardNumberFormat } from '../../../preload/contract/domain';

/** Number of a card and the format in which it is written. */
export interface CardNumber {
  value: string;
  format: CardNumberFormat;
}

/** Track of a magnetic stripe between its sentinels, as a reader types it. */
const track = /^[^%;\p{L}\p{N}]{0,20}(?:%[A-Z]?|;)(\d{4,40})(?:[=^][^?]{0,80})?\?.?[^\p{L}\p{N}]{0,20}$/iu;
/** Hexadecimal number with at least one letter. */
const hex = /^(?=.*\d)(?=.*[a-f])[\da-f]{6,32}$/i;
const prefixed = /^(?:0x|\\x)([\da-f]{4,32})h?$/i;
const bytes = /^[\da-f]{2}(?:([ :-])[\da-f]{2})(?:\1[\da-f]{2}){2,14}$/i;
const groups = /^(?:[\da-f]{2}){1,4}(?:[ :-](?:[\da-f]{2}){1,4}){1,7}$/i;
/** Both numbers that are printed on a 125 kHz card: its number, then its facility code and the rest of it. */
const twoNumbers = /^(\d{8,10}) \d{1,3}[,.:]\d{1,5}$/;

/** Reads what a card reader typed between the sentinels of a magnetic stripe. */
export function swipedCard(text: string): CardNumber | undefined {
  const value = track.exec(text)?.[1];
  return value === undefined ? undefined : { value, format: 'DECIMAL' };
}

/** Reads a card number as readers and cards print it; undefined for digits alone, which can be any number. */
export function printedCard(text: string): CardNumber | undefined {
  const decimal = twoNumbers.exec(text)?.[1];
  if (decimal !== undefined) return { value: decimal, format: 'DECIMAL' };
  const whole = prefixed.exec(text)?.[1] ?? (isPrintedHex(text) ? text.replace(/[ :-]/g, '') : undefined);
  return whole === undefined ? undefined : { value: whole.toUpperCase(), format: 'HEX_MSB' };
}

function isPrintedHex(text: string): boolean {
  if (text.length > 60) return false;
  if (hex.test(text)) return true;
  const isBytes = bytes.test(text);
  if (isBytes && text.includes(':')) return true;
  const all = text.split(/[ :-]/);
  // Seven bytes are a card even in digits; four pairs of digits can be another number.
  if (isBytes && all.length >= 7) return true;
  // `Ed 04 05 52` is a name and a date.
  const isMixed = all.some((group) => /\d/.test(group) && /[a-f]/i.test(group));
  return isMixed && groups.test(text) && text.length >= 8;
}
