/** What a report says in place of something that could name the customer. */
const removed = '[removed]';

/** Shapes of personal data that are recognised without knowing the customer. */
const shapes = [
  /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g,
  /\b\d+-\d{4,}\b/g,
  /\+?\d[\d /()-]{7,}\d/g,
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
    const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
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

/** The folded words of what is known, both ways of writing an umlaut, and digits without what stands between them. */
function wordsOf(known: readonly string[]): Set<string> {
  const words = known
    .flatMap((value) => [value, value.replace(/\D/g, ''), ...value.split(/[\s,;:·'’-]+/)])
    .map((value) => value.trim())
    // A house number names nobody, and would be taken out of every amount.
    .filter((value) => value.length >= (/^\d+$/.test(value) ? 3 : 2))
    .flatMap((value) => [
      value,
      value.replace(/[äöü]/gi, (letter) => `${letter}e`),
      value.replace(/([aou])e/gi, '$1'),
    ])
    .map((value) => foldWithOrigins(value).folded)
    .filter((value) => value.length >= 2);
  // The longest first, so that a part of a name does not leave its rest behind.
  return new Set(words.sort((a, b) => b.length - a.length));
}

const letters: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i', '’': "'" };

/** Lower case without marks, and for each of its letters the place it came from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  const parts: string[] = [];
  const origins: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const plain = (text[at] ?? '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
    const folded = plain.replace(/[ßłøæœı’]/g, (letter) => letters[letter] ?? letter);
    parts.push(folded);
    for (let count = 0; count < folded.length; count += 1) origins.push(at);
  }
  return { folded: parts.join(''), origins };
}
