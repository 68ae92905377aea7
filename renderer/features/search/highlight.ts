export interface Part {
  text: string;
  marked: boolean;
}

/**
 * Splits a name into parts, and marks the parts that match the beginning of a searched word, without regard to case
 * and accents.
 */
export function highlight(name: string, asked: string): Part[] {
  const words = asked.split(/[\s,]+/).filter((word) => /\p{L}/u.test(word));
  const parts: Part[] = [];
  for (const piece of name.match(/[^\s-]+|[\s-]+/gu) ?? []) {
    const word = words.find((each) => startsWith(piece, each));
    if (word === undefined) parts.push({ text: piece, marked: false });
    else
      parts.push(
        { text: piece.slice(0, word.length), marked: true },
        { text: piece.slice(word.length), marked: false },
      );
  }
  return parts.filter((part) => part.text !== '');
}

let collator: Intl.Collator | undefined;

function startsWith(text: string, start: string): boolean {
  collator ??= new Intl.Collator('de', { sensitivity: 'base' });
  return text.length >= start.length && collator.compare(text.slice(0, start.length), start) === 0;
}
