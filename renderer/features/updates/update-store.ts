import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { UpdateState } from '../../../preload/contract/updates';

export interface UpdatesState {
  update: UpdateState;
  changed: (update: UpdateState) => void;
  checkPressed: () => void;
  /** Quits Ringside and starts the new version, at the agent's request. */
  installPressed: () => void;
}

export function createUpdateStore(calls: RingsideCalls['update'], update: UpdateState) {
  return createStore<UpdatesState>()((set) => ({
    update,
    changed: (now) => set({ update: now }),
    checkPressed: () => void calls.check(),
    installPressed: () => void calls.install(),
  }));
}
