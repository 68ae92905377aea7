import {
  type CardNumberFormat,
  cardNumberFormats,
  type LookupField,
  type MatchedBy,
  type Reading,
} from '../../../preload/contract/domain';
import { datesIn, datesInDigits } from './dates';
import { clean, type Label, labelled, untitled } from './pasted';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const emailIn = /(?:^|[\s<(,;:])(?:mailto:)?([^\s<>(),;:@]{1,64}@[^\s<>(),;:@]{1,255})(?=[\s>),;]|$)/i;
const customerNumber = /^#?(\d{1,32})\s?[-–—]\s?(\d{1,32})$/;
const numberIn = /(?:^|[\s(])(\d{1,8}-\d{3,32})(?=[\s),;]|$)/;
/** A card as a reader prints it: hexadecimal, and not a number alone. */
const hexCard = /^(?=.*\d)(?=.*[a-f])[\da-f]{6,32}$/i;

/** Names are searched while typing from here on. */
const shortestName = 3;
const mostWords = 12;
/** Longer texts hold no date; and a pattern must not go over a whole letter that was pasted. */
const longestDate = 40;

/**
 * What the text of the search box is most likely taken for; undefined for an empty box or a bare prefix.
 *
 * @param format the card number format to ask for, when the text can be a card number
 */
export function recognise(text: string, format?: CardNumberFormat): Reading | undefined {
  return readings(text, format)[0];
}

/** Everything the text can be taken for, the likeliest first, none twice. */
export function readings(text: string, format?: CardNumberFormat): Reading[] {
  const plain = clean(text);
  if (plain === '') return [];
  const label = labelled(plain);
  const forced = label ? ofLabel(label.label, label.rest, format) : [];
  const all = label?.isOrder ? forced : [...forced, ...unlabelled(plain, format)];
  const seen = new Map(all.map((reading) => [JSON.stringify(reading), reading]));
  return [...seen.values()];
}

function unlabelled(plain: string, format: CardNumberFormat | undefined): Reading[] {
  if (uuid.test(plain)) return [by('qrCodeUuid', plain.toLowerCase()), by('debtorId', plain)];
  const email = emailIn.exec(` ${plain.slice(0, 400)}`)?.[1];
  if (email) return [{ kind: 'email', email }];
  const dates = plain.length <= longestDate ? datesIn(plain).map(dateOfBirth) : [];
  const number = customerNumber.exec(plain);
  if (number) {
    const value = `${number[1]}-${number[2]}`;
    return [...dates, by('customerNumber', value), by('debtorId', value), by('barcode', value)];
  }
  const digits = plain.replace(/^#|\s/g, '');
  if (dates.length > 0) return [...dates, ...(/^\d{1,64}$/.test(digits) ? ofDigits(digits, format) : [])];
  if (/^\d{1,64}$/.test(digits)) return ofDigits(digits, format);
  const code = /^\S*\d\S*$/.test(plain) ? [by('debtorId', plain), by('barcode', plain)] : [];
  if (hexCard.test(plain)) return [card(plain, 'HEX_MSB'), card(plain, 'HEX_LSB'), ...code, ...names(plain)];
  const inside = numberIn.exec(plain.slice(0, 200))?.[1];
  const rest = inside ? names(clean(plain.replace(inside, ''))) : [];
  return [...(inside ? [by('customerNumber', inside), ...rest] : []), ...names(plain), ...code];
}

function ofDigits(digits: string, format: CardNumberFormat | undefined): Reading[] {
  return [
    { kind: 'digits', digits, ...(format && { cardNumberFormat: format }) },
    ...datesInDigits(digits).map(dateOfBirth),
    ...ofLabel('id', digits, format),
    by('customerNumber', digits),
    ...cardNumberFormats.map((each) => card(digits, each)),
    by('barcode', digits),
    by('pin', digits),
    by('debtorId', digits),
  ];
}

/** What a labelled value is, if it can be that. */
function ofLabel(label: Label, value: string, format: CardNumberFormat | undefined): Reading[] {
  if (value === '') return [];
  switch (label) {
    case 'id': {
      const id = value.replaceAll(' ', '');
      return /^\d{1,19}$/.test(id) ? [{ kind: 'id', id }] : [];
    }
    case 'cardNumber':
      return [card(value, format ?? 'DECIMAL')];
    case 'email':
      return unlabelled(value, format).filter(({ kind }) => kind === 'email');
    case 'dateOfBirth':
      return unlabelled(value, format).filter((reading) => 'date' in reading);
    case 'name':
      return names(value);
    case 'customerNumber': {
      const number = customerNumber.exec(value);
      return [by('customerNumber', number ? `${number[1]}-${number[2]}` : value)];
    }
    default:
      return [by(label, value)];
  }
}

function by(field: LookupField, value: string): Reading {
  return { kind: 'by', field, value };
}

function card(value: string, cardNumberFormat: CardNumberFormat): Reading {
  return { kind: 'by', field: 'cardNumber', value, cardNumberFormat };
}

function dateOfBirth(date: string): Reading {
  return { kind: 'dateOfBirth', date };
}

/** Words, a comma ("Bullock, Edgar" says which is which) and a date anywhere among them. */
function names(text: string): Reading[] {
  const { rest, dates } = withoutDate(text);
  return (dates.length > 0 ? dates : [undefined]).flatMap((date) => {
    const born = date ? { date } : {};
    const [last = '', first = '', ...more] = rest.split(',').map((part) => part.trim());
    const words = rest.split(/[\s,;]+/).filter(Boolean);
    if (words.length === 0) return date ? [dateOfBirth(date)] : [];
    const named = (some: readonly string[]): Reading => ({
      kind: 'name',
      words: some.slice(0, mostWords),
      ...born,
    });
    const plain = untitled(words);
    const ordered: Reading[] =
      last && first && more.length === 0
        ? [{ kind: 'lastFirst', lastName: last, firstName: untitled(first.split(' ')).join(' '), ...born }]
        : [];
    const dotted = plain.map((word) => word.replace(/^([^aeiouäöü]*)([aou])(?!e)/i, withDots));
    return [...ordered, named(plain), ...(plain.length < words.length ? [named(words)] : []), named(dotted)];
  });
}

/** `Muller` may have been meant as Müller: offered, not asked, since somebody may be called that. */
function withDots(_: string, before: string, vowel: string): string {
  return before + ({ a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' }[vowel] ?? vowel);
}

/** Words that introduce a date and are no name. */
const introductions = /^(?:geb|geboren|born|dob|am|on)\.?:?$/i;

/** Takes the first date out of a text: of one to five words that follow each other, the most. */
function withoutDate(text: string): { rest: string; dates: string[] } {
  const words = text.split(' ');
  // A whole letter holds no caller's birth date that could be found by guessing.
  for (let at = 0; at < Math.min(words.length, mostWords * 2); at += 1)
    for (let length = Math.min(5, words.length - at); length > 0; length -= 1) {
      const candidate = words.slice(at, at + length).join(' ');
      const dates = candidate.length <= longestDate && /\d/.test(candidate) ? datesIn(candidate) : [];
      if (dates.length === 0) continue;
      const before = words.slice(0, at).filter((word) => !introductions.test(word));
      const comma = candidate.endsWith(',') && before.length > 0 ? ',' : '';
      return { rest: [...before, ...words.slice(at + length)].join(' ') + comma, dates };
    }
  return { rest: text, dates: [] };
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
