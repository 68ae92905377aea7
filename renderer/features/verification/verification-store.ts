import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { AppStart } from '../../../preload/contract/calls';
import type { VerificationFactor } from '../../../preload/contract/preferences';

/** How long masked data stays readable, in milliseconds. */
export const revealMs = 10_000;

export interface VerificationState {
  /** Factors that the policy requires; empty when it requires none. */
  factors: readonly VerificationFactor[];
  /** The factor that the caller gave correctly. */
  passed: VerificationFactor | undefined;
  /** Whether the policy lets the agent show the account without a verification. */
  mayOverride: boolean;
  /** True when the agent shows the account without a verification. */
  overridden: boolean;
  /** True while masked data is readable. */
  revealed: boolean;
  factorPassed: (factor: VerificationFactor) => void;
  /**
   * Shows the account without a verification, if the policy allows it and once main has logged the event. The log contains
   * nothing of the customer.
   */
  overridePressed: () => Promise<void>;
  /** Shows masked data for {@link revealMs}. Main logs the event without the data. */
  revealPressed: () => void;
  /** Another customer is opened, or the call ends. */
  cleared: () => void;
}

/** Whether the caller is verified, and whether masked data is readable. */
export function createVerificationStore(
  api: RingsideCalls['desk'],
  { verificationFactors, verificationOverride }: AppStart,
) {
  let hiding: ReturnType<typeof setTimeout> | undefined;
  /** Number of customers who have left. */
  let customers = 0;
  return createStore<VerificationState>()((set, get) => ({
    factors: verificationFactors,
    passed: undefined,
    mayOverride: verificationOverride,
    overridden: false,
    revealed: false,
    factorPassed: (factor) => set({ passed: factor }),
    async overridePressed() {
      if (!get().mayOverride) return;
      const asked = customers;
      const outcome = await api.overridden();
      // SECURITY: an answer for one customer shows the account of no other.
      if (outcome.ok && asked === customers) set({ overridden: true });
    },
    revealPressed() {
      clearTimeout(hiding);
      hiding = setTimeout(() => set({ revealed: false }), revealMs);
      set({ revealed: true });
      void api.revealed();
    },
    cleared() {
      customers += 1;
      clearTimeout(hiding);
      set({ passed: undefined, overridden: false, revealed: false });
    },
  }));
}

/** Whether money may be shown: no factor is required, one was given correctly, or the agent shows it anyway. */
export function isVerified({ factors, passed, overridden }: VerificationState): boolean {
  return factors.length === 0 || passed !== undefined || overridden;
}
