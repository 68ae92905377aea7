import type { Customer, Reading, SearchHit } from './domain';

/** When two ways of writing a name are the same name: main filters by it what it asked for, the renderer what is typed on. */

/** Letters that no decomposition reaches. */
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

/** Lower case without accents and apostrophes; an umlaut is ü, ue or u, all of them u here. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .replace(/[ßłøæœıđðþ]/g, (letter) => letters[letter] ?? letter)
    .replace(/([aou])e+/g, '$1');
}

const joint = /[\s-]+/;

/** The folded pieces of a name, at spaces and hyphens. */
function pieces(text: string): string[] {
  return foldName(text).split(joint).filter(Boolean);
}

/** The pieces of a customer's names, part by part. */
interface Folded {
  first: string[];
  last: string[];
}

/** Each customer is folded once: narrowing goes over thousands at every key. */
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
 * Whether each word begins some part of the customer's name. A word may run over a joint, so that `Annalena` is
 * `Anna-Lena`, and a part may take several words, so that `Anna-Lena` and `Anna Lena` are `Annalena`.
 *
 * @param spoken everything that was said, in its order, when `words` are but a part of it
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

/** Whether the parts, from one of them on and without their joints, begin with `piece`. */
function begins(parts: readonly string[], piece: string): boolean {
  return parts.some((_, at) => {
    // Part by part: to join what follows each part would take for ever with a name of thousands of parts.
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
 * What is left of an answer when the box holds a longer name than was asked for: every word of `before` begins another
 * word of `now`, and a date is the same or new. Undefined when `now` asks for something else, and the API has to be asked.
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

/** Whether each old word goes on in a new word of its own. */
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
