/** Length of digits that may be a customer number without its hyphen. */
const shortest = 5;
const longest = 12;

/** Form that a customer number of the session may have to be a pattern for others. */
// SECURITY: what is sent in a request is never the free text of an answer.
const form = /^[\p{L}\d](?:[ ./-]?[\p{L}\d]){0,19}$/u;

/** Customer number with its hyphen after the first digit, as most studios write it. */
const usual = (digits: string): string => `${digits.slice(0, 1)}-${digits.slice(1)}`;

/**
 * Customer numbers that digits can mean: with a hyphen after the first digit, and in the form of the latest other number of
 * this session that has as many digits (`M-2076`).
 *
 * @param seen customer numbers of this session, the latest first
 */
export function numberSpellings(digits: string, seen: readonly string[]): string[] {
  const hyphened = digits.length >= shortest && digits.length <= longest && !digits.startsWith('0');
  const first = hyphened ? [usual(digits)] : [];
  for (const number of seen) {
    if (!form.test(number) || number.replace(/\D/g, '').length !== digits.length) continue;
    let at = 0;
    const spelled = number.replace(/\d/g, () => digits[at++] ?? '');
    if (spelled !== digits && !first.includes(spelled)) return [...first, spelled];
  }
  return first;
}
