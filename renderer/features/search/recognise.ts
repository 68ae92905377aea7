import {
  type CardNumberFormat,
  cardNumberFormats,
  type LookupField,
  type MatchedBy,
  type Reading,
} from '../../../preload/contract/domain';
import { datesIn, datesInDigits, isImpossibleDay, isLikelyBirth } from './dates';
import { maxDateLength, names } from './named';
import { clean, type Label, labelled } from './pasted';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/**
 * E-mail address. Its parts are bounded, so that no text is scanned twice; a full stop at the end is not part of it.
 */
const emailIn =
  /(?:^|[\s,;:])(?:mailto:)?([^\s,;:@]{1,64}@[^\s,;:@]{0,254}[^\s,;:@.!?])(?=[.!?]*(?:[\s,;]|$))/i;
const customerNumber = /^#?(\d{1,32})\s?-\s?(\d{1,16}(?: \d{1,16})?)$/;
/** Customer number that was said with a pause in place of its hyphen. */
const spokenNumber = /^(\d) (\d{4,8})$/;
const numberIn = /(?:^|\s)(\d{1,8}-\d{3,32})(?=[\s,;]|$)/;
/** Hexadecimal card number as a reader prints it, with at least one letter. */
const hexCard = /^(?=.*\d)(?=.*[a-f])[\da-f]{6,32}$/i;
const onlyDigits = /^\d{1,64}$/;

/** Minimum number of letters of a name that is searched while typing. */
const shortestName = 3;
const maxCodeLength = 64;
const largestInt64 = 2n ** 63n - 1n;

/** What recognition depends on besides the text. */
interface Circumstances {
  format: CardNumberFormat | undefined;
  today: Date;
}

/**
 * Likeliest reading of the text in the search box; undefined for an empty box or a prefix alone.
 *
 * @param format card number format, when the text can be a card number
 */
export function recognise(text: string, format?: CardNumberFormat, today?: Date): Reading | undefined {
  return readings(text, format, today)[0];
}

/** All readings of the text, likeliest first, without duplicates. @param today for two-digit years */
export function readings(text: string, format?: CardNumberFormat, today = new Date()): Reading[] {
  const plain = clean(text);
  if (plain === '' || unsearchable(text)) return [];
  const link = inLink(plain);
  if (link !== undefined) return readings(link, format, today);
  const given = { format, today };
  const all = underLabel(plain, given) ?? unlabelled(plain, given);
  const seen = new Map(all.map((reading) => [JSON.stringify(reading), reading]));
  return [...seen.values()];
}

/** Texts that have a meaning but cannot be searched: nothing is sent for them. */
export type Unsearchable = 'bankAccount' | 'noSuchDay';

/** Why a text is not searched; undefined for any other text. */
export function unsearchable(text: string): Unsearchable | undefined {
  const plain = clean(text);
  if (isIban(plain)) return 'bankAccount';
  return plain.length <= maxDateLength && isImpossibleDay(plain) ? 'noSuchDay' : undefined;
}

/** Whether a text is an International Bank Account Number (ISO 13616), by its check digits. */
function isIban(text: string): boolean {
  const account = text.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(account)) return false;
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}

/** What a link names: a customer in the vendor's web client, or a lookup of a `ringside://` link. */
function inLink(text: string): string | undefined {
  const [, id] =
    /^https?:\/\/\S{1,200}\/(?:customermanagement|customers)\/(\d{1,19})(?:[/?#]\S*)?$/i.exec(text) ?? [];
  if (id) return `id:${id}`;
  if (!/^ringside:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { host, pathname, searchParams } = new URL(text);
  if (host === 'search') return searchParams.get('q') ?? undefined;
  const customer = pathname.replaceAll('/', '');
  return host === 'customer' && customer !== ''
    ? /^\d+$/.test(customer)
      ? `id:${customer}`
      : customer
    : undefined;
}

/** Readings that a label forces; undefined without a label, or when the value cannot be of its kind. */
function underLabel(plain: string, given: Circumstances): Reading[] | undefined {
  const label = labelled(plain);
  if (!label) return undefined;
  if (label.isOrder) return ofLabel(label.label, label.rest, given);
  const rest = unlabelled(label.rest, given);
  const [first] = rest;
  if (fits(label.label, label.rest)) return [...ofLabel(label.label, label.rest, given), ...rest];
  if (label.label === 'dateOfBirth') {
    const dated = rest.filter((reading) => 'date' in reading && reading.kind !== 'digits');
    // Born is also a last name.
    return dated.length > 0
      ? [...dated, ...(/^born /i.test(plain) ? names(plain, given.today) : [])]
      : undefined;
  }
  const isThat = first?.kind === label.label || (first?.kind === 'by' && first.field === label.label);
  return isThat || label.label === 'none' ? rest : undefined;
}

/**
 * Whether a value can be of the kind that its label names. Dates, addresses and names are checked when they are read.
 */
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

/** One word with a digit: a number rather than a name. */
function isCode(text: string): boolean {
  return text.length <= maxCodeLength && /\d/.test(text) && !text.includes(' ');
}

/** Digits in groups, as they are printed or spoken, including the two parts of a customer number. */
function joined(value: string): string {
  const number = customerNumber.exec(value);
  if (number) return `${number[1]}-${number[2]?.replace(' ', '')}`;
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
  const spoken = spokenNumber.exec(plain);
  if (spoken)
    return [by('customerNumber', `${spoken[1]}-${spoken[2]}`), ...ofDigits(plain.replace(' ', ''), given)];
  const dates = plain.length <= maxDateLength ? datesIn(plain, today).map(dateOfBirth) : [];
  const digits = plain.replace(/^#|\s/g, '');
  if (onlyDigits.test(digits)) {
    // `4 5 1952` is probably a date, `10 01 2099` is not.
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
  const dates = datesInDigits(digits, today);
  const [date] = dates;
  return [
    { kind: 'digits', digits, ...(format && { cardNumberFormat: format }), ...(date && { date }) },
    ...dates.map(dateOfBirth),
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

/** The day that a text most likely means, as `YYYY-MM-DD`. */
export function parseDate(text: string): string | undefined {
  return text.length <= maxDateLength ? datesIn(text)[0] : undefined;
}

/** Whether the text is searched while typing. Only names of at least three letters are. */
export function searchesWhileTyping(reading: Reading): boolean {
  if (reading.kind === 'lastFirst') return reading.lastName.length >= shortestName;
  return reading.kind === 'name' && reading.words.some((word) => word.length >= shortestName);
}

/** Kind for the chip in the search box: one kind, or one of the two combinations. */
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
