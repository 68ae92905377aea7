import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { CheckReport } from '../../../preload/contract/check';
import type { Problem } from '../../../preload/contract/problem';

export interface DesktopCheckState {
  isRunning: boolean;
  /** Result of the last check, in the language that the desk had then. */
  report: CheckReport | undefined;
  /** Why the last check was not made. */
  problem: Problem | undefined;
  /** Result of the last copy. */
  copied: 'yes' | 'refused' | undefined;
  checkPressed: () => Promise<void>;
  copyRequested: (text: string) => Promise<void>;
  /** The settings were closed, or the language has changed. */
  dropped: () => void;
}

/** The check of this desktop, and its result while the settings are open. */
export function createDesktopCheckStore(
  api: Pick<RingsideCalls, 'clipboard'> & { about: Pick<RingsideCalls['about'], 'check'> },
) {
  let wanted = 0;
  const nothing = { isRunning: false, report: undefined, problem: undefined, copied: undefined };
  return createStore<DesktopCheckState>()((set, get) => ({
    ...nothing,
    async checkPressed() {
      if (get().isRunning) return;
      wanted += 1;
      const mine = wanted;
      set({ ...nothing, isRunning: true });
      const outcome = await api.about.check();
      // The settings were closed or have another language.
      if (mine !== wanted) return;
      set(
        outcome.ok
          ? { isRunning: false, report: outcome.value }
          : { isRunning: false, problem: outcome.problem },
      );
    },
    async copyRequested(text) {
      const outcome = await api.clipboard.write({ text });
      set({ copied: outcome.ok ? 'yes' : 'refused' });
    },
    dropped() {
      wanted += 1;
      set(nothing);
    },
  }));
}
