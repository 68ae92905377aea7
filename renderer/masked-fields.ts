import type { Maskable } from './components/masking';
import { isVerified, type VerificationState } from './features/verification/verification-store';

const fieldOfFactor: Record<VerificationState['factors'][number], Maskable> = {
  dateOfBirth: 'dateOfBirth',
  postcode: 'address',
  customerNumber: 'customerNumber',
  address: 'address',
  email: 'contact',
};

/** What lists of customers mask: their callers are not verified. */
export function maskedInLists(verification: VerificationState, maskContact: boolean): ReadonlySet<Maskable> {
  return maskedFields(
    { ...verification, passed: undefined, overridden: false, revealed: false },
    maskContact,
  );
}

/** Fields of the header that are masked: those that the caller is to be asked for, and contact data where the settings say so. */
export function maskedFields(verification: VerificationState, maskContact: boolean): ReadonlySet<Maskable> {
  if (verification.revealed) return new Set();
  const asked = isVerified(verification) ? [] : verification.factors;
  return new Set([
    ...asked.map((factor) => fieldOfFactor[factor]),
    ...(maskContact ? (['contact', 'address'] as const) : []),
  ]);
}
