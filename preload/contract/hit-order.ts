import type { SearchHit } from './domain';
import { customerKey } from './studio';

const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

/** Sorts hits for display: by last name, first name and customer number. */
export function inDisplayOrder<H extends Pick<SearchHit, 'customer'>>(hits: Iterable<H>): H[] {
  return Array.from(hits, (hit) => {
    const { lastName, firstName, number } = hit.customer;
    return { hit, name: [lastName, firstName, number].join(' ') };
  })
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ hit }) => hit);
}

/** Identity of a hit among those of several tenants. */
export const hitKey = ({ customer: { id }, studio }: SearchHit): string => customerKey({ studio, id });
