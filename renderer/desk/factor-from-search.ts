import type { Reading, SearchHit } from '../../preload/contract/domain';
import type { VerificationFactor } from '../../preload/contract/preferences';

/**
 * The verification factor that a search gave: what it matched, or the date of birth beside a name. Undefined for a hit
 * that was found by a similar or guessed text, because the caller did not give the value on record.
 */
export function factorFromSearch(
  { matchedBy, customer, distance, typed }: SearchHit,
  reading: Reading | undefined,
): VerificationFactor | undefined {
  if (distance !== undefined || typed !== undefined) return undefined;
  if (matchedBy === 'dateOfBirth' || matchedBy === 'customerNumber' || matchedBy === 'email')
    return matchedBy;
  const date = reading && 'date' in reading ? reading.date : undefined;
  return date !== undefined && date === customer.dateOfBirth ? 'dateOfBirth' : undefined;
}
