/** What a report says in place of something that could name the customer. */
const removed = '[removed]';

/**
 * Shapes of personal data that are recognised without knowing the customer. Between digits stands any space, a hard one
 * included, and any dash; an underscore before or behind makes no word of them.
 */
const shapes = [
  /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g,
  /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?:[\p{Zs}\t]?[A-Z\d]{4}){2,7}(?:[\p{Zs}\t]?[A-Z\d]{1,4})?(?![A-Za-z\d])/gu,
  // A telephone number comes before a customer number, which would take its end and leave its beginning.
  /\+?\d[\d\p{Zs}\t/().\u2010-\u2015-]{7,}\d/gu,
  /(?<![A-Za-z\d])\d+[-\u2010-\u2015]\d{4,}(?![A-Za-z\d])/g,
  /\d{6,}/g,
];

/** Shorter words are matched whole only: "Jo" must not be taken out of "job". */
const shortestPart = 4;

/**
 * Takes personal data out of a text for a report: everything known of the customer and of what was searched, each word
 * of it, whatever the case, accents, umlauts or endings; and what has the shape of an e-mail address, an IBAN, a
 * customer number or a long number.
 *
 * @param known values on screen or in the box: names, number, birth date in any form, e-mail, address
 */
export function redact(text: string, known: readonly string[]): string {
  const { folded, origins } = foldWithOrigins(text);
  const hidden = new Array<boolean>(text.length).fill(false);
  for (const word of wordsOf(known)) {
    const literal = word
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      // An umlaut is written ü, u or ue, each of them for itself, and may have an e of its own behind it.
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
  for (const shape of shapes) clean = clean.replace(shape, removed);
  return clean.replace(/(?:\[removed\][\s,]*){2,}/g, (run) => (/\s$/.test(run) ? `${removed} ` : removed));
}

/** The folded words of what is known, and digits without what stands between them. */
function wordsOf(known: readonly string[]): Set<string> {
  const words = known
    .flatMap((value) => [value, value.replace(/\D/g, ''), ...value.split(/[\s,;:·'’-]+/)])
    .map((value) => value.trim())
    // A house number names nobody, and would be taken out of every amount.
    .filter((value) => value.length >= (/^\d+$/.test(value) ? 3 : 2))
    .map((value) => foldWithOrigins(value).folded)
    .filter((value) => value.length >= 2);
  // The longest first, so that a part of a name does not leave its rest behind.
  return new Set(words.sort((a, b) => b.length - a.length));
}

const letters: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
  '’': "'",
};

/** Lower case without marks, and for each of its letters the place it came from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  const parts: string[] = [];
  const origins: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const plain = (text[at] ?? '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
    const folded = plain.replace(/[ßłøæœıς’]/g, (letter) => letters[letter] ?? letter);
    parts.push(folded);
    for (let count = 0; count < folded.length; count += 1) origins.push(at);
  }
  return { folded: parts.join(''), origins };
}
