import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { LookupRequest, Recent } from '../../../preload/contract/calls';

export interface CallState {
  /** Time of this call's first input, in milliseconds since the epoch; undefined between calls. */
  startedAt: number | undefined;
  /** Recent customers. Main keeps the list; the page has it only while a customer is open. */
  recents: readonly Recent[];
  /** A lookup from outside that waits because the agent is busy. */
  waiting: LookupRequest | undefined;
  /** Starts the call at its first input or opened customer; later ones have no effect. */
  begun: () => void;
  opened: (customer: Omit<Recent, 'openedAt'>) => Promise<void>;
  lookupArrived: (lookup: LookupRequest) => void;
  lookupCleared: () => void;
  ended: () => void;
}

/** The current call. */
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
    lookupCleared: () => set({ waiting: undefined }),
    ended() {
      turn += 1;
      set({ startedAt: undefined, recents: [] });
    },
  }));
}
