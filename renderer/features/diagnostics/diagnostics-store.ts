import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Problem } from '../../../preload/contract/problem';
import type { Language } from '../../messages/language';

/** A source that failed, such as the account or the search. */
export interface Failure {
  /** Name of the source; several problems of one source are numbered. */
  source: string;
  label: (language: Language) => string;
  problem: Problem;
  /** True for what the panels show in full: "All facts" lists it, and no strip repeats it. */
  isQuiet: boolean;
  /** True where the source has shown an answer that lacks a part. */
  isPartial?: true;
}

/** Name of a source without the number of its problem. */
export function sourceNameOf(source: string): string {
  return source.split(' ')[0] ?? source;
}

export interface DiagnosticsState {
  /** The source whose facts the agent asked for; the first failure is shown when it has none. */
  source: string | undefined;
  /** What was copied last of which source, or that copying failed. */
  copied: { what: 'trace' | 'report' | 'refused'; source: string } | undefined;
  /** Shows the facts of this source. */
  chosen: (source: string) => void;
  cleared: () => void;
  copyRequested: (what: 'trace' | 'report', source: string, text: string) => Promise<void>;
}

/** Which failure the diagnostics show, and what was copied. */
export function createDiagnosticsStore(clipboard: RingsideCalls['clipboard']) {
  return createStore<DiagnosticsState>()((set) => ({
    source: undefined,
    copied: undefined,
    chosen: (source) => set({ source, copied: undefined }),
    cleared: () => set({ source: undefined, copied: undefined }),
    async copyRequested(what, source, text) {
      set({ copied: undefined });
      const outcome = await clipboard.write({ text });
      // After a failure the clipboard still holds an older text, possibly about another caller.
      set({ copied: { what: outcome.ok ? what : 'refused', source } });
    },
  }));
}

/** The failure that the diagnostics show: that of the chosen source, otherwise the first. */
export function shownFailure(failures: readonly Failure[], source: string | undefined): Failure | undefined {
  return failures.find((failure) => failure.source === source) ?? failures[0];
}
