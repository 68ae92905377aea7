import type { Customer, Reading, SearchHit } from './domain';

/**
 * Compares names in different spellings. Main filters its search results with it, and the renderer narrows them while
 * the agent types.
 */

/** Letters without a Unicode decomposition. */
const letters: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Folds a name: lower case, no accents, no apostrophes; ü, ue and u all become u. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .replace(/[ßłøæœıđðþ]/g, (letter) => letters[letter] ?? letter)
    .replace(/([aou])e+/g, '$1');
}

const joint = /[\s-]+/;

/** Folded words of a name, split at spaces and hyphens. */
function pieces(text: string): string[] {
  return foldName(text).split(joint).filter(Boolean);
}

/** Folded words of a customer's names, by name field. */
interface Folded {
  first: string[];
  last: string[];
}

/** Cache of folded names: narrowing compares thousands of customers at every key press. */
const folded = new WeakMap<Customer, Folded>();

function foldedOf(customer: Customer): Folded {
  const known = folded.get(customer);
  if (known) return known;
  const fold = (...parts: (string | undefined)[]) => parts.flatMap((part) => (part ? pieces(part) : []));
  const names = {
    first: fold(customer.firstName, customer.secondFirstName),
    last: fold(customer.lastName, customer.secondLastName),
  };
  folded.set(customer, names);
  return names;
}

/**
 * Whether each word is the beginning of a part of the customer's name. A word may span several parts, so that
 * `Annalena` matches `Anna-Lena`, and several words may match one part, so that `Anna Lena` matches `Annalena`.
 *
 * @param spoken all words of the search in their order, when `words` are only some of them
 */
export function carriesWords(
  customer: Customer,
  words: readonly string[],
  spoken: readonly string[] = words,
): boolean {
  const { first, last } = foldedOf(customer);
  return carries([...first, ...last], words, spoken);
}

function carries(parts: readonly string[], words: readonly string[], spoken = words): boolean {
  return words.every((word) => {
    const asked = pieces(word);
    if (asked.every((piece) => begins(parts, piece))) return true;
    const before = spoken[spoken.indexOf(word) - 1] ?? '';
    return begins(parts, asked.join('')) || begins(parts, [...pieces(before), ...asked].join(''));
  });
}

/** Whether the parts, joined from one of them on, begin with `piece`. */
function begins(parts: readonly string[], piece: string): boolean {
  return parts.some((_, at) => {
    // Compared part by part: joining all following parts takes quadratic time for a name with thousands of parts.
    let rest = piece;
    for (let next = at; next < parts.length; next += 1) {
      const part = parts[next] ?? '';
      if (part.startsWith(rest)) return true;
      if (!rest.startsWith(part)) return false;
      rest = rest.slice(part.length);
    }
    return false;
  });
}

/**
 * Narrows an answer to a longer name than the one that was requested: each word of `before` must begin another word
 * of `now`, and a date must be the same or new. Undefined when `now` asks for something else and the API must be
 * asked.
 */
export function narrowed(hits: readonly SearchHit[], before: Reading, now: Reading): SearchHit[] | undefined {
  if (!isName(before) || !isName(now)) return undefined;
  if (before.date !== undefined && before.date !== now.date) return undefined;
  if (!goOn(wordsOf(before), wordsOf(now))) return undefined;
  return hits.filter(
    ({ customer }) => fits(customer, now) && (now.date === undefined || customer.dateOfBirth === now.date),
  );
}

type NameReading = Extract<Reading, { kind: 'name' | 'lastFirst' }>;

function isName(reading: Reading): reading is NameReading {
  return reading.kind === 'name' || reading.kind === 'lastFirst';
}

function wordsOf(reading: NameReading): string[] {
  const words =
    reading.kind === 'name'
      ? reading.words
      : [...reading.lastName.split(joint), ...reading.firstName.split(joint)];
  return words.map(foldName).filter(Boolean);
}

/** Whether each old word begins a new word of its own. */
function goOn(before: readonly string[], now: readonly string[]): boolean {
  const left = [...now];
  return before.every((word) => {
    const at = left.findIndex((other) => other.startsWith(word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function fits(customer: Customer, reading: NameReading): boolean {
  if (reading.kind === 'name') return carriesWords(customer, reading.words);
  const { first, last } = foldedOf(customer);
  return (
    carries(last, reading.lastName.split(joint).filter(Boolean)) &&
    carries(first, reading.firstName.split(joint).filter(Boolean))
  );
}
