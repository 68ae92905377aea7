import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import { type CallRecord, recordsKept } from '../../../preload/contract/call-record';

export interface HealthState {
  /** The last calls, oldest first. */
  records: CallRecord[];
  /** Result of the last copy. */
  copied: 'yes' | 'refused' | undefined;
  /** Loads the calls from before this page. */
  started: () => Promise<void>;
  callsEnded: (ended: readonly CallRecord[]) => void;
  copyRequested: (text: string) => Promise<void>;
}

export function createHealthStore(calls: RingsideCalls['call'], clipboard: RingsideCalls['clipboard']) {
  return createStore<HealthState>()((set) => ({
    records: [],
    copied: undefined,
    async started() {
      const recent = await calls.recent();
      if (recent.ok) set({ records: recent.value });
    },
    callsEnded: (ended) =>
      set(({ records }) => ({ records: [...records, ...ended].slice(-recordsKept), copied: undefined })),
    async copyRequested(text) {
      const outcome = await clipboard.write({ text });
      set({ copied: outcome.ok ? 'yes' : 'refused' });
    },
  }));
}
