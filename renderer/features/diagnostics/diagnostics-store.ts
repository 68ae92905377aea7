import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';

/** Which panel a problem belongs to. */
export type ProblemSource = 'search' | 'customer' | 'account' | 'past' | 'upcoming';

export interface DiagnosticsState {
  open: boolean;
  /** The failure the agent asked about; the first one when it is gone or nobody asked. */
  source: ProblemSource | undefined;
  /** What was copied last, for the word "Copied". */
  copied: 'trace' | 'report' | 'refused' | undefined;
  toggled: () => void;
  /** Something failed, or the agent wants to see why. */
  shown: (source: ProblemSource) => void;
  closed: () => void;
  copyRequested: (what: 'trace' | 'report', text: string) => Promise<void>;
}

export function createDiagnosticsStore(clipboard: RingsideCalls['clipboard']) {
  return createStore<DiagnosticsState>()((set) => ({
    open: false,
    source: undefined,
    copied: undefined,
    toggled: () => set(({ open }) => ({ open: !open, copied: undefined })),
    shown: (source) => set({ open: true, source, copied: undefined }),
    closed: () => set({ open: false, source: undefined, copied: undefined }),
    async copyRequested(what, text) {
      set({ copied: undefined });
      const outcome = await clipboard.write({ text });
      // The clipboard then still holds something older, perhaps of another caller.
      set({ copied: outcome.ok ? what : 'refused' });
    },
  }));
}
