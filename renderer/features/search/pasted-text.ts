import type { LookupField } from '../../../preload/contract/domain';

/** Invisible characters: zero-width characters, soft hyphens, direction marks and emoji modifiers. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/**
 * Quotation marks except apostrophes, and other characters that mails, spreadsheets and Markdown put around a text.
 */
const ornaments = /["“”„‟«»‹›`*|<>()[\]{}]/g;
/** Apostrophes and underscores are part of names and addresses, unless they enclose the text. */
const paired = /^(['’‘‛‚´_])(.+)(['’‘‛´_])([.,;:]*)$/;
/** Maximum length that is normalised, because normalising takes more than linear time. */
const maxNormalisedLength = 1_000;
const loose = new Set(' .,;!?…');

/** Separators of a row that was copied without spaces; a comma within a number stays. */
const cells = /;(?=\S)|(?<=\p{L}),(?=\S)|,(?=\p{L})/gu;

/** Hyphens, dashes and the minus sign. */
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** A decimal digit of any script as 0 to 9. Unicode keeps the ten digits of a script together, from the zero on. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Cleans a pasted text: removes what a mail, a spreadsheet or a chat put around it, and writes hyphens and digits alike. */
export function clean(text: string): string {
  const words = text
    .replace(invisible, '')
    .replace(ornaments, ' ')
    .replace(hyphens, '-')
    .replace(/\uff0b/g, '+')
    // Readers and terminals type control characters around a number.
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
    .replace(cells, '$& ')
    .trim()
    .split(/\s+/);
  const plain = words.map(unpaired).join(' ');
  // macOS may copy ü as two characters.
  return ends(unpaired(ends(plain.length <= maxNormalisedLength ? plain.normalize('NFC') : plain)));
}

function unpaired(text: string): string {
  return text.replace(paired, '$2$4');
}

/** A loop instead of a pattern, which would start again at each of its characters. */
function ends(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && loose.has(text[from] ?? '')) from += 1;
  while (to > from && loose.has(text[to - 1] ?? '')) to -= 1;
  return text.slice(from, to);
}

/** Kind of value that a label announces; `none` for a label that adds nothing. */
export type Label = LookupField | 'id' | 'email' | 'dateOfBirth' | 'none';

/** Prefixes that force one kind, such as `id:1001`; the colon makes them prefixes. */
const prefixes: Record<string, Label> = {
  id: 'id',
  no: 'customerNumber',
  nr: 'customerNumber',
  card: 'cardNumber',
  barcode: 'barcode',
  pin: 'pin',
  qr: 'qrCodeUuid',
  debtor: 'debtorId',
};

/** Labels before a value in mails and forms, in lower case and folded. */
const labels: [RegExp, Label][] = [
  [/^id/, 'id'],
  [/^(?:customer|client|member|kunden|mitglieds?)[ -]?id/, 'id'],
  [/^(?:customer|client|member(?:ship)?)[ -]?(?:no|nr|number)/, 'customerNumber'],
  [/^(?:kunden|mitglieds?|kd|mitgl)\.?[ -]{0,2}(?:nr|no|nummer)/, 'customerNumber'],
  [/^(?:no|nr|nummer|number)(?=[ .:#]{1,4}\d)/, 'customerNumber'],
  [/^(?:(?:card|chip|tag)[ -]?)?(?:uid|rfid)/, 'cardNumber'],
  [/^card[ -]?(?:no|nr|number)?/, 'cardNumber'],
  [/^karten?[ -]?(?:nr|no|nummer)?/, 'cardNumber'],
  [/^(?:chip|transponder|nfc[ -]?tag)(?:[ -]?(?:id|nr|no|nummer|number))?/, 'cardNumber'],
  [/^(?:bar|strich)[ -]?code/, 'barcode'],
  [/^pin(?:[ -]?(?:code|no|nr))?/, 'pin'],
  [/^(?:qr[ -]?code|qr|uuid)/, 'qrCodeUuid'],
  [/^(?:debtor|debitor(?:en)?)[ -]?(?:id|no|nr|nummer|number)?/, 'debtorId'],
  [/^(?:e-?mail|mail)(?:[ -]?adresse?|[ -]address)?/, 'email'],
  [/^(?:geb(?:urts)?[.-]{0,2} ?(?:datum|dat|tag)|geb(?:oren)?\.? am|geboren|geb)/, 'dateOfBirth'],
  [/^(?:birth ?da(?:te|y)|date of birth|dob|d\.o\.b|born on|born)/, 'dateOfBirth'],
  [/^(?:(?:last|first|family|full) name|surname|(?:nach|vor|familien)?name)(?=:)/, 'none'],
  [/^(?:kund(?:e|in)|mitglied|customer|client|member)(?=:|[ .:#]{1,4}\d)/, 'none'],
];

/**
 * Returns the label at the beginning of a text and the text after it; undefined without one. A prefix such as `id:`
 * is binding: what follows is that kind or invalid.
 */
export function labelled(text: string): { label: Label; rest: string; isOrder: boolean } | undefined {
  const prefix = /^(\w{2,8}):\s*(.*)$/.exec(text);
  const name = prefix?.[1]?.toLowerCase() ?? '';
  const ordered = Object.hasOwn(prefixes, name) ? prefixes[name] : undefined;
  if (ordered) return { label: ordered, rest: prefix?.[2] ?? '', isOrder: true };
  const small = text.slice(0, 40).toLowerCase();
  for (const [pattern, label] of labels) {
    const length = pattern.exec(small)?.[0].trimEnd().length;
    // `Pinter` and `Born, Max` are names.
    if (length === undefined || !/[\s.:#=]/.test(text[length] ?? '')) continue;
    const rest = text.slice(length).replace(/^[.:#=\s]+/, '');
    if (rest !== '') return { label, rest, isOrder: false };
  }
  return undefined;
}

/** Titles before a name, and labels within a text. */
const titles =
  /^(?:sehr|geehrte[rn]?|hallo|dear|familie|fam|herrn?|frau|mr|mrs|ms|miss|dr|prof|geb|geborene?|née|(?:vor|nach)?name)\.?$|:$/i;

/** Words of a name without titles; all words when nothing else remains. */
export function untitled(words: readonly string[]): string[] {
  const rest = words.filter((word) => !titles.test(word));
  return rest.length > 0 ? rest : [...words];
}

/** Whether all words are titles. */
export function areTitles(words: readonly string[]): boolean {
  return words.every((word) => titles.test(word));
}
