import type { SearchHit } from './domain';
import { customerKey } from './studio';

const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

/** Rank of a status: members call most often. An unknown status comes after them. */
const ranks: Record<string, number> = { MEMBER: 0, FORMER_MEMBER: 2, PROSPECT: 3 };
const unknownRank = 1;

/**
 * Sorts hits for display: what was typed before what is similar to it, members before former ones and prospects, then by
 * the whole name, the customer number, and at last the studio and the ID.
 */
export function inDisplayOrder<H extends Pick<SearchHit, 'customer' | 'studio' | 'distance'>>(
  hits: Iterable<H>,
): H[] {
  return Array.from(hits, (hit) => {
    const { status, lastName, secondLastName, firstName, secondFirstName, number, id } = hit.customer;
    const names = [lastName, secondLastName, firstName, secondFirstName].filter(Boolean);
    // The answers of studios arrive in any order, and the same hits must not change places.
    const rank = ranks[status] ?? unknownRank;
    const { distance = 0 } = hit;
    return { hit, distance, rank, name: names.join(' '), rest: [number, hit.studio, id].join(' ') };
  })
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.rank - b.rank ||
        collator.compare(a.name, b.name) ||
        collator.compare(a.rest, b.rest),
    )
    .map(({ hit }) => hit);
}

/** Identity of a hit among those of several tenants. */
export const hitKey = ({ customer: { id }, studio }: SearchHit): string => customerKey({ studio, id });
