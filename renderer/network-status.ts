import { createStore } from 'zustand/vanilla';

export interface NetworkState {
  /** True while the desktop has no network, as far as the operating system and the last calls show. */
  offline: boolean;
  networkLost: () => void;
  networkFound: () => void;
  /** @param ok whether the API answered */
  callEnded: (ok: boolean, offline: boolean) => void;
}

/**
 * Whether this desktop is online: reported by the operating system, corrected by the results of calls.
 * @param onBack called when the network is back or has changed
 */
export function createNetworkStore(online: boolean, onBack: () => void) {
  return createStore<NetworkState>()((set, get) => {
    return {
      offline: !online,
      networkLost: () => set({ offline: true }),
      networkFound() {
        set({ offline: false });
        onBack();
      },
      callEnded(ok, offline) {
        if (offline) set({ offline: true });
        // A desktop without a link can still reach a server on itself.
        else if (ok && get().offline) get().networkFound();
      },
    };
  });
}
