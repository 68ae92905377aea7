import { plainLetters } from '../../../preload/contract/fold-name';

/** Replacement for text that could identify the customer. */
const removed = '[removed]';

/**
 * Patterns of personal data that need no known customer. Between digits they accept any space, including a no-break
 * space, and any dash; an underscore is no word character.
 */
const shapes = [
  /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g,
  /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?:[\p{Zs}\t]?[A-Z\d]{4}){2,7}(?:[\p{Zs}\t]?[A-Z\d]{1,4})?(?![A-Za-z\d])/gu,
  // Telephone numbers come before customer numbers, whose pattern would match only their end.
  /\+?\d[\d\p{Zs}\t/().\u2010-\u2015-]{7,}\d/gu,
  /(?<!\d)\d+[-\u2010-\u2015]\d{4,}/g,
  /\d{6,}/g,
];

/** A calendar day as the API and people write it. */
const day = /(?<![\d.-])(?:(?<iso>\d{4})-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?<dotted>\d{4}))(?![\d-])/g;

/** Nobody who is younger than this, in years, trains in a studio: a later day is a due date, not a date of birth. */
const youngestAge = 6;

/** Maximum length of words that are matched as a whole only: "Jo" must not be removed from "job". */
const shortestPart = 4;

/**
 * Removes personal data from a text for a report: every word that is known of the customer and of the search,
 * whatever its case, accents, umlauts or ending; and everything with the pattern of an e-mail address, an IBAN, a
 * customer number or a long number.
 *
 * A day that cannot be a date of birth stays.
 *
 * @param known values on screen or in the search box: names, number, every form of the birth date, e-mail, address
 */
export function redact(
  text: string,
  known: readonly string[],
  thisYear: number = new Date().getFullYear(),
): string {
  const { folded, origins } = foldWithOrigins(text);
  const hidden = new Array<boolean>(text.length).fill(false);
  for (const word of wordsOf(known)) {
    const literal = word
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      // Each umlaut may be written ü, u or ue, and may be followed by an e of the word.
      .replace(/([aou])e*/g, '$1e*');
    const pattern = word.length < shortestPart ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal;
    for (const match of folded.matchAll(new RegExp(pattern, 'gu')))
      for (let at = match.index; at < match.index + match[0].length; at += 1) hidden[origins[at] ?? 0] = true;
  }
  let clean = text
    .split('')
    .map((unit, at) => (hidden[at] ? '\0' : unit))
    .join('');
  clean = clean.replace(/\0+/g, removed);
  clean = exceptRecentDays(clean, thisYear, (part) =>
    shapes.reduce((left, shape) => left.replace(shape, removed), part),
  );
  return clean.replace(/(?:\[removed\][\s,]*){2,}/g, (run) => (/\s$/.test(run) ? `${removed} ` : removed));
}

/** Changes the parts of a text between the days that cannot be a date of birth. */
function exceptRecentDays(text: string, thisYear: number, change: (part: string) => string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(day)) {
    const { iso, dotted } = match.groups ?? {};
    if (Number(iso ?? dotted) <= thisYear - youngestAge) continue;
    result += change(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + change(text.slice(from));
}

/** Folded words of the known values, and their digits without separators. */
function wordsOf(known: readonly string[]): Set<string> {
  const words = known
    .flatMap((value) => [value, value.replace(/\D/g, ''), ...value.split(/[\s,;:·'’-]+/)])
    .map((value) => value.trim())
    // A house number identifies nobody, and would also be removed from amounts.
    .filter((value) => value.length >= (/^\d+$/.test(value) ? 3 : 2))
    .map((value) => foldWithOrigins(value).folded)
    .filter((value) => value.length >= 2);
  // Longest first, so that a shorter value does not leave the rest of a longer one.
  return new Set(words.sort((a, b) => b.length - a.length));
}

const letters: Readonly<Record<string, string>> = { ...plainLetters, ς: 'σ', '’': "'" };

/** Lower case without accents, with the original position of each character. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  const parts: string[] = [];
  const origins: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const plain = (text[at] ?? '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
    const folded = plain.replace(/[ßłøæœıđðþς’]/g, (letter) => letters[letter] ?? letter);
    parts.push(folded);
    for (let count = 0; count < folded.length; count += 1) origins.push(at);
  }
  return { folded: parts.join(''), origins };
}
