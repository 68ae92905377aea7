import {
  type CardNumberFormat,
  cardNumberFormats,
  type LookupField,
  type MatchedBy,
  type Reading,
} from '../../../preload/contract/domain';
import { datesIn, datesInDigits, isLikelyBirth } from './dates';
import { longestDate, names } from './named';
import { clean, type Label, labelled } from './pasted';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Bounded, so that nothing is searched twice; the mark that ends a sentence is no part of the address. */
const emailIn =
  /(?:^|[\s,;:])(?:mailto:)?([^\s,;:@]{1,64}@[^\s,;:@]{0,254}[^\s,;:@.!?])(?=[.!?]*(?:[\s,;]|$))/i;
const customerNumber = /^#?(\d{1,32})\s?[-–—]\s?(\d{1,32})$/;
const numberIn = /(?:^|\s)(\d{1,8}-\d{3,32})(?=[\s,;]|$)/;
/** A card as a reader prints it: hexadecimal, and not a number alone. */
const hexCard = /^(?=.*\d)(?=.*[a-f])[\da-f]{6,32}$/i;
const onlyDigits = /^\d{1,64}$/;

/** Names are searched while typing from here on. */
const shortestName = 3;
const longestCode = 64;
const largestInt64 = 2n ** 63n - 1n;

/** What a text is read with. */
interface Circumstances {
  format: CardNumberFormat | undefined;
  today: Date;
}

/**
 * What the text of the search box is most likely taken for; undefined for an empty box or a bare prefix.
 *
 * @param format the card number format to ask for, when the text can be a card number
 */
export function recognise(text: string, format?: CardNumberFormat, today?: Date): Reading | undefined {
  return readings(text, format, today)[0];
}

/** Everything the text can be taken for, the likeliest first, none twice. @param today for years of two digits */
export function readings(text: string, format?: CardNumberFormat, today = new Date()): Reading[] {
  const plain = clean(text);
  if (plain === '') return [];
  const given = { format, today };
  const all = underLabel(plain, given) ?? unlabelled(plain, given);
  const seen = new Map(all.map((reading) => [JSON.stringify(reading), reading]));
  return [...seen.values()];
}

/** The readings that a label in front forces; undefined without one, or when what follows cannot be that. */
function underLabel(plain: string, given: Circumstances): Reading[] | undefined {
  const label = labelled(plain);
  if (!label) return undefined;
  if (label.isOrder) return ofLabel(label.label, label.rest, given);
  const rest = unlabelled(label.rest, given);
  const [first] = rest;
  if (fits(label.label, label.rest)) return [...ofLabel(label.label, label.rest, given), ...rest];
  if (label.label === 'dateOfBirth') {
    const dated = rest.filter((reading) => 'date' in reading);
    // Somebody may be called Born.
    return dated.length > 0
      ? [...dated, ...(/^born /i.test(plain) ? names(plain, given.today) : [])]
      : undefined;
  }
  const isThat = first?.kind === label.label || (first?.kind === 'by' && first.field === label.label);
  return isThat || label.label === 'none' ? rest : undefined;
}

/** Whether a value can be what its label says; dates, addresses and names are found by reading them. */
function fits(label: Label, value: string): boolean {
  switch (label) {
    case 'id':
      return /^\d{1,19}$/.test(joined(value));
    case 'qrCodeUuid':
      return uuid.test(value);
    case 'none':
    case 'email':
    case 'dateOfBirth':
      return false;
    default:
      return isCode(joined(value));
  }
}

/** One word with a digit: a number of some sort, and hardly a name. */
function isCode(text: string): boolean {
  return text.length <= longestCode && /\d/.test(text) && !text.includes(' ');
}

/** Digits in groups, as they are printed and said, and both halves of a customer number. */
function joined(value: string): string {
  const number = customerNumber.exec(value);
  if (number) return `${number[1]}-${number[2]}`;
  return /^[\d ]+$/.test(value) ? value.replaceAll(' ', '') : value;
}

function ofLabel(label: Label, text: string, { format }: Circumstances): Reading[] {
  const value = joined(text);
  if (value === '' || label === 'none' || label === 'email' || label === 'dateOfBirth') return [];
  if (label === 'id') return fits('id', value) ? [{ kind: 'id', id: value }] : [];
  return [label === 'cardNumber' ? card(value, format ?? 'DECIMAL') : by(label, value)];
}

function unlabelled(plain: string, given: Circumstances): Reading[] {
  const { today } = given;
  if (uuid.test(plain)) return [by('qrCodeUuid', plain.toLowerCase()), by('debtorId', plain)];
  const [before, email] = emailIn.exec(plain.slice(0, 400)) ?? [];
  if (before && email) {
    const rest = clean(plain.replace(before, ' '));
    return [{ kind: 'email', email }, ...names(rest, today)];
  }
  if (customerNumber.test(plain)) {
    const value = joined(plain);
    return [by('customerNumber', value), by('debtorId', value), by('barcode', value)];
  }
  const dates = plain.length <= longestDate ? datesIn(plain, today).map(dateOfBirth) : [];
  const digits = plain.replace(/^#|\s/g, '');
  if (onlyDigits.test(digits)) {
    // `4 5 1952` is a date, `10 01 2099` hardly one.
    const areBirths = dates.some(({ date }) => isLikelyBirth(date, today));
    return areBirths ? [...dates, ...ofDigits(digits, given)] : [...ofDigits(digits, given), ...dates];
  }
  if (dates.length > 0) return dates;
  const codes = isCode(plain)
    ? (['debtorId', 'barcode', 'customerNumber'] as const).map((field) => by(field, plain))
    : [];
  if (hexCard.test(plain))
    return [card(plain, 'HEX_MSB'), card(plain, 'HEX_LSB'), ...codes, ...names(plain, today)];
  const inside = numberIn.exec(plain.slice(0, 200))?.[1];
  if (!inside) return [...names(plain, today), ...codes];
  return [by('customerNumber', inside), ...names(clean(plain.replace(inside, ' ')), today)];
}

function ofDigits(digits: string, { format, today }: Circumstances): Reading[] {
  const canBeId = !digits.startsWith('0') && BigInt(digits) <= largestInt64;
  return [
    { kind: 'digits', digits, ...(format && { cardNumberFormat: format }) },
    ...datesInDigits(digits, today).map(dateOfBirth),
    ...(canBeId ? [{ kind: 'id', id: digits } as const] : []),
    by('customerNumber', digits),
    ...cardNumberFormats.map((each) => card(digits, each)),
    by('barcode', digits),
    by('pin', digits),
    by('debtorId', digits),
  ];
}

function by(field: LookupField, value: string): Reading {
  return { kind: 'by', field, value };
}

function card(value: string, cardNumberFormat: CardNumberFormat): Reading {
  return { kind: 'by', field: 'cardNumber', value, cardNumberFormat };
}

function dateOfBirth(date: string): Extract<Reading, { kind: 'dateOfBirth' }> {
  return { kind: 'dateOfBirth', date };
}

/** The day a text most likely means, as `YYYY-MM-DD`. */
export function parseDate(text: string): string | undefined {
  return text.length <= longestDate ? datesIn(text)[0] : undefined;
}

/** Whether the text is searched while it is typed, without Enter: only names are, from three letters on. */
export function searchesWhileTyping(reading: Reading): boolean {
  if (reading.kind === 'lastFirst') return reading.lastName.length >= shortestName;
  return reading.kind === 'name' && reading.words.some((word) => word.length >= shortestName);
}

/** What the chip in the box says: one kind, or one of the two mixtures. */
export function readingLabel(reading: Reading): MatchedBy | 'digits' | 'nameAndDate' {
  switch (reading.kind) {
    case 'by':
      return reading.field;
    case 'name':
    case 'lastFirst':
      return reading.date ? 'nameAndDate' : 'name';
    default:
      return reading.kind;
  }
}
