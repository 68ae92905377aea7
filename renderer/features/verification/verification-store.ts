import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { VerificationFactor } from '../../../preload/contract/preferences';

/** How long masked data stays readable, in milliseconds. */
export const revealMs = 10_000;

export interface VerificationState {
  /** Factors that the policy requires; empty when it requires none. */
  factors: readonly VerificationFactor[];
  /** The factor that the caller gave correctly. */
  passed: VerificationFactor | undefined;
  /** True while masked data is readable. */
  revealed: boolean;
  factorPassed: (factor: VerificationFactor) => void;
  /** Shows masked data for {@link revealMs}. Main logs the event without the data. */
  revealPressed: () => void;
  /** Another customer is opened, or the call ends. */
  cleared: () => void;
}

/** Whether the caller is verified, and whether masked data is readable. */
export function createVerificationStore(api: RingsideCalls['desk'], factors: readonly VerificationFactor[]) {
  let hiding: ReturnType<typeof setTimeout> | undefined;
  return createStore<VerificationState>()((set) => ({
    factors,
    passed: undefined,
    revealed: false,
    factorPassed: (factor) => set({ passed: factor }),
    revealPressed() {
      clearTimeout(hiding);
      hiding = setTimeout(() => set({ revealed: false }), revealMs);
      set({ revealed: true });
      void api.revealed();
    },
    cleared() {
      clearTimeout(hiding);
      set({ passed: undefined, revealed: false });
    },
  }));
}

/** Whether money may be shown: no factor is required, or one was given correctly. */
export function isVerified({ factors, passed }: VerificationState): boolean {
  return factors.length === 0 || passed !== undefined;
}
