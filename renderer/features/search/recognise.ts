import type { CardNumberFormat, MatchedBy, Reading } from '../../../preload/contract/domain';
import { withoutAccount } from './bank-accounts';
import { type CardNumber, printedCard, swipedCard } from './cards';
import { datesIn, isImpossibleDay, isLikelyBirth } from './dates';
import { lookupInLink } from './lookup-links';
import { maxDateLength, nameReadings } from './name-readings';
import { by, type Circumstances, card, dateOfBirth, ofCard, ofDigits, ofLettered } from './number-readings';
import { clean, type Label, labelled } from './pasted-text';
import { isDialled, phoneIn } from './phones';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/**
 * E-mail address. Its parts are bounded, so that no text is scanned twice; a full stop at the end is not part of it.
 */
const emailIn =
  /(?:^|[\s,;:])(?:(?:mailto|sips?):)?([^\s,;:@]{1,64}@[^\s,;:@?&/]{0,254}[^\s,;:@.!?&/])(?=[.!]*(?:[\s,;?]|$))/i;
const customerNumber = /^#?(\d{1,32})\s?-\s?(\d{1,16}(?: \d{1,16})?)$/;
/** Customer number with a pause or another mark in place of its hyphen. */
const spokenNumber = /^(\d)[ /._](\d{4,8})$/;
const numberIn = /(?:^|\s)(\d{1,8}-\d{3,32})(?=[\s,;]|$)/;
/** Customer number of a studio that numbers with letters, such as M-2076. */
const letteredNumber = /^(?!(?:no|nr|id|pin)\d)([a-z]{1,3}(?: ?- ?)?|[a-z] )(\d{3,12})$/i;
const onlyDigits = /^\d{1,64}$/;

/** Minimum number of letters of a name that is searched while typing. */
const shortestName = 3;
const maxCodeLength = 64;

/**
 * Likeliest reading of the text in the search box; undefined for an empty box or a prefix alone.
 *
 * @param format card number format, when the text can be a card number
 */
export function recognise(text: string, format?: CardNumberFormat, today?: Date): Reading | undefined {
  return readings(text, format, today)[0];
}

/** All readings of the text, likeliest first, without duplicates. @param today for two-digit years */
export function readings(text: string, format?: CardNumberFormat, today?: Date): readonly Reading[] {
  if (format !== undefined || today !== undefined)
    return readIn(text, { format, today: today ?? new Date() });
  const now = new Date();
  const day = now.toDateString();
  if (last.text !== text || last.day !== day)
    last = { text, day, found: readIn(text, { format, today: now }) };
  return last.found;
}

/**
 * The text that was read last. Panels, rows and shortcuts ask for the same one at each change of the search.
 *
 * SECURITY: a new call draws the desk again, whose empty box replaces the text of the caller.
 */
let last: { text: string; day: string; found: readonly Reading[] } = { text: '', day: '', found: [] };

function readIn(text: string, given: Circumstances): Reading[] {
  const whole = clean(text);
  if (whole === '' || unsearchable(text)) return [];
  const plain = clean(withoutAccount(whole) ?? whole);
  const link = lookupInLink(plain);
  if (link !== undefined) return readIn(link, given);
  const swiped = swipedCard(text);
  const all = swiped
    ? [...ofCard(swiped, given), ...ofDigits(swiped.value, given)]
    : (underLabel(plain, given) ?? unlabelled(plain, given));
  const seen = new Map(all.map((reading) => [JSON.stringify(reading), reading]));
  return [...seen.values()];
}

/** Number of words among which a day that does not exist is looked for. */
const maxWordsWithDay = 24;

/** Texts that have a meaning but cannot be searched: nothing is sent for them. */
export type Unsearchable = 'bankAccount' | 'noSuchDay';

/** Why a text is not searched; undefined for any other text. */
export function unsearchable(text: string): Unsearchable | undefined {
  const plain = clean(text);
  if (withoutAccount(plain) === '') return 'bankAccount';
  const words = plain.split(' ', maxWordsWithDay);
  const isDay = (word: string) => word.length <= maxDateLength && isImpossibleDay(word);
  return isDay(plain) || words.some((word) => /[./]|^\d{4}-/.test(word) && isDay(word))
    ? 'noSuchDay'
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
      ? [...dated, ...(/^born /i.test(plain) ? nameReadings(plain, given.today) : [])]
      : undefined;
  }
  const [, value, words] = /^(\S*\d\S*(?: \d+)*?)[,;]? ([^\d].*)$/.exec(label.rest) ?? [];
  if (value && words && fits(label.label, value))
    return [...ofLabel(label.label, value, given), ...nameReadings(clean(words), given.today)];
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
    case 'cardNumber':
      return printedCard(value) !== undefined || isCode(joined(value));
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

function ofLabel(label: Label, text: string, given: Circumstances): Reading[] {
  const printed = label === 'cardNumber' ? printedCard(text) : undefined;
  if (printed) return ofCard(printed, given);
  const value = joined(text);
  if (value === '' || label === 'none' || label === 'email' || label === 'dateOfBirth') return [];
  if (label === 'id') return fits('id', value) ? [{ kind: 'id', id: value }] : [];
  if (label !== 'cardNumber') return [by(label, value)];
  const isHex = /^(?=.*[a-f])[\da-f]+$/i.test(value);
  return isHex ? ofCard({ value, format: 'HEX_MSB' }, given) : [card(value, given.format ?? 'DECIMAL')];
}

function unlabelled(plain: string, given: Circumstances): Reading[] {
  const { today } = given;
  if (plain === '') return [];
  if (uuid.test(plain)) return [by('qrCodeUuid', plain.toLowerCase()), by('debtorId', plain)];
  const dialled = isDialled(plain) && phoneIn(plain);
  if (dialled) return [called(dialled.number)];
  const [before, email] = emailIn.exec(plain.slice(0, 400)) ?? [];
  if (before && email) {
    const rest = clean(plain.replace(before, ' ').replace(/^ *\?\S*/, ''));
    return [{ kind: 'email', email }, ...besideAddress(rest, today)];
  }
  const dates = plain.length <= maxDateLength ? datesIn(plain, today).map(dateOfBirth) : [];
  const printed = printedCard(plain);
  const phone = dates.length > 0 || printed ? undefined : phoneIn(plain);
  if (phone?.rest) {
    // The text beside a telephone number comes first: the API can search for it.
    return [...unlabelled(clean(phone.rest), given), called(phone.number)];
  }
  const others = withoutPhone(plain, dates, printed, given);
  if (!phone) return others;
  if (!phone.isLikely) return [...others, called(phone.number)];
  // With its separators, a telephone number is read as no name, and its digits may still be those of a card.
  const digits = /^\d/.test(plain) ? ofDigits(plain.replace(/\D/g, ''), given) : [];
  const numbers = customerNumber.test(plain) ? others : digits;
  return [called(phone.number), ...numbers.filter((reading) => !('mayBePhone' in reading))];
}

/** Readings of what stands beside an e-mail address. */
function besideAddress(rest: string, today: Date): Reading[] {
  const phone = phoneIn(rest);
  return phone?.isLikely
    ? [...nameReadings(clean(phone.rest), today), called(phone.number)]
    : nameReadings(rest, today);
}

/** Readings of a text that is no telephone number. */
function withoutPhone(
  plain: string,
  dates: Extract<Reading, { kind: 'dateOfBirth' }>[],
  printed: CardNumber | undefined,
  given: Circumstances,
): Reading[] {
  const { today } = given;
  if (customerNumber.test(plain)) {
    const value = joined(plain);
    return [by('customerNumber', value), by('debtorId', value), by('barcode', value)];
  }
  const spoken = spokenNumber.exec(plain);
  if (spoken)
    return [by('customerNumber', `${spoken[1]}-${spoken[2]}`), ...ofDigits(plain.replace(/\D/g, ''), given)];
  const digits = plain.replace(/^#|\s/g, '');
  if (onlyDigits.test(digits) && !printed) {
    // `4 5 1952` is probably a date, `10 01 2099` is not.
    const areBirths = dates.some(({ date }) => isLikelyBirth(date, today));
    return areBirths ? [...dates, ...ofDigits(digits, given)] : [...ofDigits(digits, given), ...dates];
  }
  if (dates.length > 0) return dates;
  const lettered = letteredNumber.exec(plain);
  const numbers = lettered ? ofLettered(lettered[1] ?? '', lettered[2] ?? '') : [];
  const codes = isCode(plain)
    ? (['debtorId', 'barcode', 'customerNumber'] as const).map((field) => by(field, plain))
    : [];
  if (printed) {
    const asName = codes.length > 0 ? nameReadings(plain, today) : [];
    return [...ofCard(printed, given), ...numbers, ...codes, ...asName];
  }
  if (lettered) return [...numbers, ...codes, ...nameReadings(plain, today)];
  const inside = numberIn.exec(plain.slice(0, 200))?.[1];
  if (!inside) return [...nameReadings(plain, today), ...codes];
  return [by('customerNumber', inside), ...nameReadings(clean(plain.replace(inside, ' ')), today)];
}

function called(number: string): Reading {
  return { kind: 'phone', number };
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

/** Kind for the chip in the search box: one kind, or one of the combinations. */
export function readingLabel(reading: Reading): MatchedBy | 'digits' | 'phoneOrDigits' | 'nameAndDate' {
  switch (reading.kind) {
    case 'by':
      return reading.field;
    case 'digits':
      return reading.mayBePhone ? 'phoneOrDigits' : 'digits';
    case 'name':
    case 'lastFirst':
      return reading.date ? 'nameAndDate' : 'name';
    default:
      return reading.kind;
  }
}
