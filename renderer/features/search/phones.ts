import { datesIn } from './dates';

/** Words before a telephone number, in mails and on the screens of telephones. */
const introduction =
  /^(?:[tm](?=[.:])|t[ée]l(?:[ée]f(?:on|ono)?|ephone)?|phone|fon|mobile?|mobilfunk|móvil|handy|cell|festnetz|ruf|rückruf|call(?:er)?|incoming|missed|anruf(?:er)?|eingehende[rn]?|verpasste[rn]?|entgangene[rn]?|from|von|privat|private|home|work|business|dienstlich|geschäftlich)?(?:[.-]{0,2}(?:nummer|number|nr|no))?[.:]*$/i;
const address = /^(?:tel|callto|phone|sips?):\/{0,2}(?=[+\d])/i;
/** Extension at the end of a number. */
const extension = / ?(?:; ?ext=|#|ext\.?|x|durchwahl|dw\.?|app(?:arat)?\.?) ?\d{1,6}$/i;
const written = /^\+? ?\d[\d ()./-]{2,40}$/;
/** Number beside other words. */
const beside = /(?<![^\s,;:])(?:\+ ?\d|0)[\d./-]*(?: [\d./-]+)*(?![^\s,;.])/g;

/** Whether a text is a link that dials, such as `tel:+4930901820`. */
export const isDialled = (text: string): boolean => address.test(text);

/** A telephone number in a text. */
export interface FoundPhone {
  number: string;
  /** What else the text says; empty for a number alone. */
  rest: string;
  /** Whether a telephone number is the likeliest meaning of the text. */
  isLikely: boolean;
}

/** The telephone number in a cleaned text. */
export function phoneIn(plain: string): FoundPhone | undefined {
  const text = plain.slice(0, 200).replace(extension, '');
  const dialled = address.test(text) ? text.replace(address, '').replace(/[;@?].*$/, '') : undefined;
  const words = (dialled ?? text).split(' ');
  const start = words.findIndex((word) => !introduction.test(word));
  const number = start < 0 ? '' : words.slice(start).join(' ');
  const isNamed = start > 0 || dialled !== undefined;
  if (written.test(number)) {
    const isLikely = isNamed ? digitsOf(number).length >= 5 : isLikelyPhone(number);
    return isLikely || mayBePhone(number) ? { number, rest: '', isLikely } : undefined;
  }
  for (const [found] of text.matchAll(beside)) {
    const trimmed = withoutDate(found.replace(/[./-]+$/, ''));
    if (trimmed.length > 42 || datesIn(trimmed).length > 0 || !isLikelyPhone(trimmed)) continue;
    const others = text.replace(trimmed, ' ').split(' ');
    const rest = others.filter((word) => !introduction.test(word)).join(' ');
    return { number: trimmed, rest: rest.trim(), isLikely: true };
  }
  return undefined;
}

/** Removes the day in front of a number, such as a date of birth. */
function withoutDate(text: string): string {
  const [first = '', ...others] = text.split(' ');
  return others.length > 0 && datesIn(first).length > 0 ? others.join(' ') : text;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether digits with these separators are a telephone number rather than a number of a customer or a card. */
function isLikelyPhone(text: string): boolean {
  const digits = digitsOf(text);
  const { length } = digits;
  if (text.startsWith('+')) return length <= 16;
  if (length < 6 || length > 17) return false;
  // Main decides about digits alone, which can also be a card number with leading zeros.
  if (digits === text) return false;
  if (text.includes('/')) return text.startsWith('0') || length >= 9;
  if (/^00[1-9]/.test(digits)) return length >= 11;
  const [, prefix] = /^(\d+) ?- ?\d+(?: \d+)?$/.exec(text) ?? [];
  // `0170-1234567` is a telephone number, and `1-12345` is a customer number.
  if (prefix !== undefined) return /^0[1-9]\d/.test(prefix) && length >= 9;
  return (/^0[1-9]/.test(digits) && length >= 9) || (/[.-]/.test(text) && length >= 9);
}

/** Whether a telephone number is one meaning among others. */
function mayBePhone(text: string): boolean {
  const { length } = digitsOf(text);
  return length >= 7 && length <= 15;
}
