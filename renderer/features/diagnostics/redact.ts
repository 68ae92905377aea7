/** What a report says in place of something that could name the customer. */
export const removed = '[removed]';

/** Shapes of personal data that are recognised without knowing the customer. */
const shapes = [
  /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g,
  /\b\d+-\d{4,}\b/g,
  /\+?\d[\d /()-]{7,}\d/g,
];

/**
 * Takes personal data out of a text for a report: everything known of the customer and of what was searched, each
 * word of it, and whatever has the shape of an e-mail address, an IBAN, a customer number or a long number.
 *
 * @param known values on screen or in the box: names, number, birth date in any form, e-mail, address
 */
export function redact(text: string, known: readonly string[]): string {
  const words = known
    .flatMap((value) => [value, ...value.split(/[\s,;:·]+/)])
    .map((value) => value.trim())
    // A house number names nobody, and would be taken out of every amount.
    .filter((value) => value.length >= (/^\d+$/.test(value) ? 3 : 2))
    // The longest first, so that a part of a name does not leave its rest behind.
    .sort((a, b) => b.length - a.length);
  let clean = text;
  for (const word of new Set(words)) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}(?![\\p{L}\\p{N}])`, 'giu');
    clean = clean.replace(whole, removed);
  }
  for (const shape of shapes) clean = clean.replace(shape, removed);
  return clean.replace(/(?:\[removed\][\s,]*){2,}/g, (run) => (/\s$/.test(run) ? `${removed} ` : removed));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
