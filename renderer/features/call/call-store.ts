import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Recent } from '../../../preload/contract/calls';

/** A lookup from outside that waits, because the agent is in the middle of something. */
export interface WaitingLookup {
  text: string;
}

export interface CallState {
  /** Milliseconds since the epoch: when this call's first lookup was typed; undefined between calls. */
  startedAt: number | undefined;
  /** Who was on the desk before; here only while somebody is on it, since they are main's to keep. */
  recents: readonly Recent[];
  waiting: WaitingLookup | undefined;
  /** Something was typed or opened: the call runs from the first of these on. */
  begun: () => void;
  opened: (customer: Omit<Recent, 'openedAt'>) => Promise<void>;
  lookupArrived: (lookup: WaitingLookup) => void;
  lookupGone: () => void;
  ended: () => void;
}

/** The call that is going on. */
export function createCallStore(api: RingsideCalls['desk'], now: () => number = Date.now) {
  let turn = 0;
  return createStore<CallState>()((set, get) => ({
    startedAt: undefined,
    recents: [],
    waiting: undefined,
    begun() {
      if (get().startedAt === undefined) set({ startedAt: now() });
    },
    async opened(customer) {
      turn += 1;
      const mine = turn;
      await api.opened(customer);
      const recents = await api.recents();
      if (mine === turn && recents.ok) set({ recents: recents.value });
    },
    lookupArrived: (waiting) => set({ waiting }),
    lookupGone: () => set({ waiting: undefined }),
    ended() {
      turn += 1;
      set({ startedAt: undefined, recents: [] });
    },
  }));
}
