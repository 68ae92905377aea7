import { createStore } from 'zustand/vanilla';
import type { CallRecord } from '../preload/contract/call-record';

export interface NetworkState {
  /** True while the desktop has no network, as far as the operating system and the last calls show. */
  offline: boolean;
  networkLost: () => void;
  networkFound: () => void;
  callEnded: (call: Pick<CallRecord, 'problem' | 'startedAt'>) => void;
}

/**
 * Whether this desktop is online: reported by the operating system, corrected by the results of calls.
 * @param onBack called when the network is back or has changed
 */
export function createNetworkStore(online: boolean, onBack: () => void) {
  // Milliseconds since 1970: when the operating system last reported the loss.
  let lostAt = 0;
  return createStore<NetworkState>()((set, get) => {
    return {
      offline: !online,
      networkLost() {
        lostAt = Date.now();
        set({ offline: true });
      },
      networkFound() {
        set({ offline: false });
        onBack();
      },
      callEnded({ problem, startedAt }) {
        if (problem === 'offline') set({ offline: true });
        // A desktop without a link can still reach a server on itself. An answer to an earlier request proves nothing.
        else if (problem === undefined && get().offline && Date.parse(startedAt) >= lostAt)
          get().networkFound();
      },
    };
  });
}
