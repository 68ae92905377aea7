import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Problem } from '../../../preload/contract/problem';
import type { Language } from '../../messages/language';

/** A source that failed, such as the account or the search. */
export interface Failure {
  /** Name of the source. */
  source: string;
  label: (language: Language) => string;
  problem: Problem;
  /** True for what the panels show in full: the diagnostics list it and do not open automatically. */
  isQuiet: boolean;
}

export interface DiagnosticsState {
  open: boolean;
  /** The source whose failure the agent asked about; the first failure is shown when it has none. */
  source: string | undefined;
  /** What was copied last, or that copying failed. */
  copied: 'trace' | 'report' | 'refused' | undefined;
  toggled: () => void;
  /** Opens the diagnostics for a failure that is new or that the agent asked about. */
  shown: (source: string) => void;
  closed: () => void;
  copyRequested: (what: 'trace' | 'report', text: string) => Promise<void>;
}

/** Whether the diagnostics are open, and for which failure. */
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
      // After a failure the clipboard still holds an older text, possibly about another caller.
      set({ copied: outcome.ok ? what : 'refused' });
    },
  }));
}

/** The failure that the diagnostics show: that of the chosen source, otherwise the first. */
export function shownFailure(failures: readonly Failure[], source: string | undefined): Failure | undefined {
  return failures.find((failure) => failure.source === source) ?? failures[0];
}
