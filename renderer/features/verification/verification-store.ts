import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { VerificationFactor } from '../../../preload/contract/preferences';

/** How long what is masked stays readable. */
export const revealMs = 10_000;

export interface VerificationState {
  /** What the caller may be asked; empty when no policy wants it. */
  factors: readonly VerificationFactor[];
  /** What the caller got right; money is shown from the first on. */
  passed: VerificationFactor | undefined;
  /** What is masked is readable for a moment. */
  revealed: boolean;
  factorPassed: (factor: VerificationFactor) => void;
  /** Shows what is masked for {@link revealMs}; main logs that it happened, not what it was. */
  revealPressed: () => void;
  /** Somebody else, or nobody, is on the desk. */
  cleared: () => void;
}

/** Whether the caller has proved who they are, and whether what is masked may be read. */
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

/** Money may be shown: nothing is asked for, or the caller got something right. */
export function isVerified({ factors, passed }: VerificationState): boolean {
  return factors.length === 0 || passed !== undefined;
}
