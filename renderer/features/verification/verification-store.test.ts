import { expect, it } from 'vitest';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { AppStart } from '../../../preload/contract/calls';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { createVerificationStore, isVerified } from './verification-store';

/** The store of a desk that requires a postcode; the test answers for main's log. */
function store() {
  let answer: (outcome: Outcome<null>) => void = () => undefined;
  const api = {
    overridden: () =>
      new Promise<Outcome<null>>((resolve) => {
        answer = resolve;
      }),
  } as unknown as RingsideCalls['desk'];
  const policy = { verificationFactors: ['postcode'], verificationOverride: true } as unknown as AppStart;
  const created = createVerificationStore(api, policy);
  return { store: created, answer: (outcome: Outcome<null>) => answer(outcome) };
}

it('shows an account without a verification only after the event is logged', async () => {
  const { store: verification, answer } = store();
  const pressed = verification.getState().overridePressed();
  expect(isVerified(verification.getState())).toBe(false);
  answer(succeed(null));
  await pressed;
  expect(isVerified(verification.getState())).toBe(true);
});

it('shows nothing when the event is not logged', async () => {
  const { store: verification, answer } = store();
  const pressed = verification.getState().overridePressed();
  answer(fail({ kind: 'internal' }));
  await pressed;
  expect(isVerified(verification.getState())).toBe(false);
});

it('does not show the account of the next customer', async () => {
  const { store: verification, answer } = store();
  const pressed = verification.getState().overridePressed();
  verification.getState().cleared();
  answer(succeed(null));
  await pressed;
  expect(isVerified(verification.getState())).toBe(false);
});
