import type { Customer, Reading, SearchHit } from './domain';
import { foldName } from './fold-name';
import { isFactOf } from './row-facts';

/**
 * Compares names in different spellings. Main filters its search results with it, and the renderer narrows them while
 * the agent types.
 */

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

/** Folded words of all names of a customer. */
export function namePartsOf(customer: Customer): string[] {
  const { first, last } = foldedOf(customer);
  return [...first, ...last];
}

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
 * Whether each word is the beginning of a part of the customer's name, or another fact of the row, such as the city. A
 * word may span several parts, so that `Annalena` matches `Anna-Lena`, and several words may match one part, so that
 * `Anna Lena` matches `Annalena`.
 *
 * @param spoken all words of the search in their order, when `words` are only some of them
 * @param studio name of the customer's studio, where the row shows it
 */
export function carriesWords(
  customer: Customer,
  words: readonly string[],
  spoken: readonly string[] = words,
  studio?: string,
): boolean {
  return carries(
    namePartsOf(customer),
    words,
    (word, folded) => isFactOf(customer, word, studio, folded),
    spoken,
  );
}

function carries(
  parts: readonly string[],
  words: readonly string[],
  isFact: (word: string, folded: string) => boolean,
  spoken = words,
): boolean {
  return words.every((word) => {
    const asked = pieces(word);
    if (asked.every((piece) => begins(parts, piece))) return true;
    const before = spoken[spoken.indexOf(word) - 1] ?? '';
    return (
      begins(parts, asked.join('')) ||
      begins(parts, [...pieces(before), ...asked].join('')) ||
      isFact(word, asked.join(''))
    );
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
export function narrowed(
  hits: readonly SearchHit[],
  before: Reading,
  now: Reading,
  studioName: (hit: SearchHit) => string | undefined = () => undefined,
): SearchHit[] | undefined {
  if (!isName(before) || !isName(now)) return undefined;
  if (before.date !== undefined && before.date !== now.date) return undefined;
  if (!goOn(wordsOf(before), wordsOf(now))) return undefined;
  return hits.filter(
    (hit) =>
      fits(hit.customer, now, studioName(hit)) &&
      (now.date === undefined || hit.customer.dateOfBirth === now.date),
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

function fits(customer: Customer, reading: NameReading, studio: string | undefined): boolean {
  if (reading.kind === 'name') return carriesWords(customer, reading.words, reading.words, studio);
  const { first, last } = foldedOf(customer);
  const isFact = (word: string, folded: string) => isFactOf(customer, word, studio, folded);
  return (
    carries(last, reading.lastName.split(joint).filter(Boolean), isFact) &&
    carries(first, reading.firstName.split(joint).filter(Boolean), isFact)
  );
}
