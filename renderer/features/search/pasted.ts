import type { LookupField } from '../../../preload/contract/domain';

/** Invisible or ornamental: zero-width characters, soft hyphens, quotation marks and marks of Markdown around a text. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
const quotes = /["“”„«»‹›]/g;
const ornament = /[`*_|<>()[\]{}]/;

/** A text as it was meant: what a mail, a sheet or a chat put around it is taken off. */
export function clean(text: string): string {
  const plain = text.replace(invisible, '').replace(quotes, ' ').replace(/\s+/g, ' ').trim();
  let from = 0;
  let to = plain.length;
  while (from < to && (ornament.test(plain[from] ?? '') || plain[from] === ' ')) from += 1;
  while (to > from && (ornament.test(plain[to - 1] ?? '') || plain[to - 1] === ' ')) to -= 1;
  return plain.slice(from, to);
}

/** What a label in front of a text says that it is. */
export type Label = LookupField | 'id' | 'email' | 'dateOfBirth' | 'name';

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
  [/^(?:customer|client|member|kunden|mitglieds?)[ -]?id\b/, 'id'],
  [/^(?:customer|client|member(?:ship)?) ?(?:no|nr|number|#)\b/, 'customerNumber'],
  [/^(?:kunden|mitglieds?)-?(?:nr|nummer)\b/, 'customerNumber'],
  [/^(?:no|nr)\b(?=[.:]? ?\d)/, 'customerNumber'],
  [/^card ?(?:no|nr|number)?\b/, 'cardNumber'],
  [/^karten-?(?:nr|nummer)\b/, 'cardNumber'],
  [/^(?:barcode|strichcode)\b/, 'barcode'],
  [/^pin\b/, 'pin'],
  [/^(?:qr|qr[ -]?code|uuid)\b/, 'qrCodeUuid'],
  [/^(?:debtor|debitor(?:en)?)[ -]?(?:id|no|nr|nummer|number)?\b/, 'debtorId'],
  [/^(?:e-?mail|mail)\b/, 'email'],
  [/^(?:geburtsdatum|geboren am|geboren|geb|birth ?date|date of birth|dob|born on|born)\b/, 'dateOfBirth'],
  [/^(?:name|kunde|customer|member|mitglied)(?=:)/, 'name'],
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
    const match = pattern.exec(small);
    if (!match) continue;
    const rest = text.slice(match[0].length).replace(/^[.:#\s]+/, '');
    return rest === '' ? undefined : { label, rest, isOrder: false };
  }
  return undefined;
}

/** What stands before a name and is none: a lone one is. */
const titles = /^(?:herrn?|frau|mr|mrs|ms|miss|dr|prof)\.?$/i;

/** The words of a name without what it is addressed with; all of them when nothing else is left. */
export function untitled(words: readonly string[]): string[] {
  const rest = words.filter((word) => !titles.test(word));
  return rest.length > 0 ? rest : [...words];
}
