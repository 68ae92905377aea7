import type { SearchHit } from './domain';
import { customerKey } from './studio';

let collator: Intl.Collator | undefined;

/** Compares as a German dictionary does. Its collator is made at its first use, because it takes as long as half of a render. */
function compareWords(a: string, b: string): number {
  collator ??= new Intl.Collator('de', { sensitivity: 'base', numeric: true });
  return collator.compare(a, b);
}

/** The first code unit after the Latin letters whose accents are part of them. */
const afterLatin = 0x180;

/** Place of an ASCII letter, a space or the end of a text, which stands before everything; NaN for another character. */
function placeOf(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  const letter = code | 0x20;
  return code === 0x20 || (letter >= 0x61 && letter <= 0x7a) ? letter : Number.NaN;
}

/**
 * Compares names as {@link compareWords} does, but several times faster: that is asked only where the first difference is
 * not one of two ASCII letters, spaces or ends.
 */
export function compareNames(a: string, b: string): number {
  for (let at = 0; at < a.length || at < b.length; at += 1) {
    const code = a.charCodeAt(at);
    if (code === b.charCodeAt(at) && code < afterLatin) continue;
    const difference = placeOf(a, at) - placeOf(b, at);
    if (Number.isNaN(difference)) return compareWords(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Rank of a status: members call most often. An unknown status comes after them. */
const ranks: Record<string, number> = { MEMBER: 0, FORMER_MEMBER: 2, PROSPECT: 3 };
const unknownRank = 1;

type Ordered = Pick<SearchHit, 'customer' | 'studio' | 'distance'>;

/** A hit with what its place in the list depends on. */
export interface OrderedHit<H> {
  hit: H;
  distance: number;
  rank: number;
  name: string;
}

export function orderedHit<H extends Ordered>(hit: H): OrderedHit<H> {
  const { status, lastName, secondLastName, firstName, secondFirstName } = hit.customer;
  const names = [lastName, secondLastName, firstName, secondFirstName].filter(Boolean);
  const rank = ranks[status] ?? unknownRank;
  const { distance = 0 } = hit;
  return { hit, distance, rank, name: names.join(' ') };
}

// The answers of studios arrive in any order, and the same hits must not change places.
const restOf = ({ customer: { number, id }, studio }: Ordered) => [number, studio, id].join(' ');

/**
 * Order of two hits: what was typed before what is similar to it, members before former ones and prospects, then by the
 * whole name, the customer number, and at last the studio and the ID.
 */
export const byDisplayOrder = (a: OrderedHit<Ordered>, b: OrderedHit<Ordered>): number =>
  a.distance - b.distance ||
  a.rank - b.rank ||
  compareNames(a.name, b.name) ||
  compareWords(restOf(a.hit), restOf(b.hit));

/** Sorts hits for display. */
export const inDisplayOrder = <H extends Ordered>(hits: Iterable<H>): H[] =>
  Array.from(hits, orderedHit)
    .sort(byDisplayOrder)
    .map(({ hit }) => hit);

/** Identity of a hit among those of several tenants. */
export const hitKey = ({ customer: { id }, studio }: SearchHit): string => customerKey({ studio, id });
