import type { Coverage, FoundCustomer, SearchHit } from '../../../preload/contract/domain';
import { hitKey, inDisplayOrder } from '../../../preload/contract/hit-order';
import type { PhoneAnswer } from '../../../preload/contract/phone-index';
import { customerKey } from '../../../preload/contract/studio';
import { refOf } from '../../customer-ref';
import type { Found } from './search-state';

/** Hits and coverage that a repetition adds to. */
export interface EarlierAnswer {
  hits: readonly SearchHit[];
  coverage: Coverage;
  phone: PhoneAnswer | undefined;
}

/** Coverage of a repetition, together with what it adds to. */
export function addedCoverage(coverage: Coverage, earlier: EarlierAnswer | undefined): Coverage {
  if (!earlier) return coverage;
  const { asked, answered } = earlier.coverage;
  return { ...coverage, asked, answered: answered + coverage.answered };
}

/** Answer of a repetition, together with the hits that it adds to. */
export function addedHits(found: Found, earlier: EarlierAnswer | undefined): Found {
  if (!earlier) return found;
  const hits = merged(earlier.hits, found.hits);
  const total = hits.length + found.total - found.hits.length;
  const { phone } = found;
  // The repetition knows the index of its own studios only.
  const isComplete = phone?.isComplete === true && earlier.phone?.isComplete === true;
  return { ...found, hits, total, ...(phone && { phone: { ...phone, isComplete } }) };
}

/** Index of the active customer in another list; -1 when they are not in it. */
export function sameActive(active: SearchHit | undefined, hits: readonly SearchHit[]): number {
  const key = active && hitKey(active);
  return key === undefined ? -1 : hits.findIndex((hit) => hitKey(hit) === key);
}

/** The list with a customer at their new studio. */
export function withMoved(hits: readonly SearchHit[], home: FoundCustomer): SearchHit[] {
  const key = customerKey(refOf(home));
  return hits.map((hit) => {
    const { via: _, ...found } = hit;
    return hitKey(hit) === key ? { ...found, ...home } : hit;
  });
}

/** Two lists of hits without duplicates, in display order. */
export function merged(some: readonly SearchHit[], others: readonly SearchHit[]): SearchHit[] {
  const hits = new Map([...some, ...others].map((hit) => [hitKey(hit), hit]));
  return inDisplayOrder(hits.values());
}
