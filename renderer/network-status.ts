import { createStore } from 'zustand/vanilla';

export interface NetworkState {
  /** The desktop has no network, as far as it knows and as no call has proved otherwise since. */
  offline: boolean;
  networkLost: () => void;
  networkFound: () => void;
  /** @param ok whether the API answered */
  callEnded: (ok: boolean, offline: boolean) => void;
}

/** Whether this desktop is online: told by the OS, corrected by what calls prove. @param onBack told when it is back, or another network was found */
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
        // A desktop whose only network is its own has no link, and reaches what runs on it all the same.
        else if (ok && get().offline) get().networkFound();
      },
    };
  });
}
