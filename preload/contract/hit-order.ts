import type { SearchHit } from './domain';
import { customerKey } from './studio';

const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

/** Sorts hits for display: by the whole name, the customer number, and at last the studio and the ID. */
export function inDisplayOrder<H extends Pick<SearchHit, 'customer' | 'studio'>>(hits: Iterable<H>): H[] {
  return Array.from(hits, (hit) => {
    const { lastName, secondLastName, firstName, secondFirstName, number, id } = hit.customer;
    const names = [lastName, secondLastName, firstName, secondFirstName].filter(Boolean);
    // The answers of studios arrive in any order, and the same hits must not change places.
    return { hit, name: names.join(' '), rest: [number, hit.studio, id].join(' ') };
  })
    .sort((a, b) => collator.compare(a.name, b.name) || collator.compare(a.rest, b.rest))
    .map(({ hit }) => hit);
}

/** Identity of a hit among those of several tenants. */
export const hitKey = ({ customer: { id }, studio }: SearchHit): string => customerKey({ studio, id });
