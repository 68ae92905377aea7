import type { LookupField } from '../../../preload/contract/domain';

/** Zero-width characters, soft hyphens, marks of direction and of emoji: nobody sees or types them. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** Quotation marks that are no apostrophes, and what mails, sheets and Markdown put around a text. */
const ornaments = /["“”„‟«»‹›`*|<>()[\]{}]/g;
/** Apostrophes and underscores belong to names and addresses, unless they stand on both sides. */
const paired = /^(['’‘‛‚´_])(.+)(['’‘‛´_])([.,;:]*)$/;
/** Composing marks takes longer than in proportion; whatever is longer is no search. */
const longestComposed = 1_000;
const loose = new Set(' .,;!?…');

/** A text as it was meant: what a mail, a sheet or a chat put around it is taken off. */
export function clean(text: string): string {
  const words = text.replace(invisible, '').replace(ornaments, ' ').trim().split(/\s+/);
  const plain = words.map(unpaired).join(' ');
  // A Mac copies ü as two characters.
  return ends(unpaired(ends(plain.length <= longestComposed ? plain.normalize('NFC') : plain)));
}

function unpaired(text: string): string {
  return text.replace(paired, '$2$4');
}

/** A pattern for the end of a text would start at each of its marks again. */
function ends(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && loose.has(text[from] ?? '')) from += 1;
  while (to > from && loose.has(text[to - 1] ?? '')) to -= 1;
  return text.slice(from, to);
}

/** What a label in front of a text says that it is; `none` says nothing that the text does not say better. */
export type Label = LookupField | 'id' | 'email' | 'dateOfBirth' | 'none';

/** `id:1001` and its like force one kind; the colon is what makes it a command. */
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

/** As they stand in front of a value in mails and forms, folded to small letters. */
const labels: [RegExp, Label][] = [
  [/^id/, 'id'],
  [/^(?:customer|client|member|kunden|mitglieds?)[ -]?id/, 'id'],
  [/^(?:customer|client|member(?:ship)?)[ -]?(?:no|nr|number)/, 'customerNumber'],
  [/^(?:kunden|mitglieds?|kd|mitgl)\.?[ -]{0,2}(?:nr|no|nummer)/, 'customerNumber'],
  [/^(?:no|nr|nummer|number)(?=[ .:#]{1,4}\d)/, 'customerNumber'],
  [/^card[ -]?(?:no|nr|number)?/, 'cardNumber'],
  [/^karten?[ -]?(?:nr|no|nummer)?/, 'cardNumber'],
  [/^(?:bar|strich)[ -]?code/, 'barcode'],
  [/^pin(?:[ -]?(?:code|no|nr))?/, 'pin'],
  [/^(?:qr[ -]?code|qr|uuid)/, 'qrCodeUuid'],
  [/^(?:debtor|debitor(?:en)?)[ -]?(?:id|no|nr|nummer|number)?/, 'debtorId'],
  [/^(?:e-?mail|mail)(?:[ -]?adresse?|[ -]address)?/, 'email'],
  [/^(?:geburtsdatum|geburtstag|geb(?:oren)?\.? am|geboren|geb)/, 'dateOfBirth'],
  [/^(?:birth ?da(?:te|y)|date of birth|dob|d\.o\.b|born on|born)/, 'dateOfBirth'],
  [/^(?:(?:last|first|family|full) name|surname|(?:nach|vor|familien)?name)(?=:)/, 'none'],
  [/^(?:kund(?:e|in)|mitglied|customer|client|member)(?=:|[ .:#]{1,4}\d)/, 'none'],
];

/**
 * The label in front of a text, and what stands behind it; undefined without one. A prefix such as `id:` is an order:
 * what follows is that, or nothing.
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

/** What stands before a name and is none, and labels amid a text. */
const titles = /^(?:herrn?|frau|mr|mrs|ms|miss|dr|prof|geb|geborene?|née|(?:vor|nach)?name)\.?$|:$/i;

/** The words of a name without what it is addressed with; all of them when nothing else is left. */
export function untitled(words: readonly string[]): string[] {
  const rest = words.filter((word) => !titles.test(word));
  return rest.length > 0 ? rest : [...words];
}

/** Whether the words are nothing but titles. */
export function areTitles(words: readonly string[]): boolean {
  return words.every((word) => titles.test(word));
}
