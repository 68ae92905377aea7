import type { Customer } from '../../../preload/contract/domain';
import { foldName } from '../../../preload/contract/fold-name';
import type { VerificationFactor } from '../../../preload/contract/preferences';
import { address } from '../../format/name';

/** Value of a customer that a factor compares with; undefined where the record lacks it. */
export function factorValue(customer: Customer, factor: VerificationFactor): string | undefined {
  return {
    dateOfBirth: customer.dateOfBirth,
    postcode: customer.zipCode,
    customerNumber: customer.number,
    address: customer.street && address(customer),
    email: customer.email,
  }[factor];
}

/**
 * The factors that a text gives correctly. Case, accents, spaces and punctuation do not count, and a street may be
 * abbreviated.
 *
 * @param datesOf the days that a text can mean, as the search box reads it
 */
export function matchingFactors(
  text: string,
  customer: Customer,
  factors: readonly VerificationFactor[],
  datesOf: (text: string) => readonly string[],
): VerificationFactor[] {
  const said = bare(text);
  if (said === '') return [];
  const { dateOfBirth, zipCode = '', number = '', email = '', street = '', houseNumber = '' } = customer;
  const house = bare(street) && bare(houseNumber) && bare(street + houseNumber);
  const zip = bare(zipCode);
  // SECURITY: a placeholder such as "-" has no letters or digits, and nothing may be equal to it.
  const isGiven: Record<VerificationFactor, boolean> = {
    dateOfBirth: dateOfBirth !== undefined && datesOf(text).includes(dateOfBirth),
    // Often said together with the city.
    postcode: zip !== '' && text.split(/[^\p{L}\p{N}]+/u).some((word) => bare(word) === zip),
    customerNumber: said === bare(number),
    // A city alone, or a street without its number, is known to too many people.
    address: house !== '' && (said === house || said === house + bare(`${zipCode}${customer.city ?? ''}`)),
    email: said === bare(email),
  };
  return factors.filter((factor) => isGiven[factor]);
}

/** Letters and digits of a text without case and accents, a street as its abbreviation. */
function bare(text: string): string {
  return foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/strasse/g, 'str');
}
