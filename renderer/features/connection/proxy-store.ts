import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Problem } from '../../../preload/contract/problem';

export interface ProxyState {
  /** Host and port of the proxy that asks; undefined while none does. */
  proxy: string | undefined;
  name: string;
  password: string;
  busy: boolean;
  problem: Problem | undefined;
  /** A call failed because a proxy requires credentials. */
  asked: (problem: Problem) => void;
  nameTyped: (name: string) => void;
  passwordTyped: (password: string) => void;
  signInPressed: () => Promise<void>;
  closed: () => void;
}

/** State of the sign-in to a proxy. @param onSignedIn called when failed calls can be repeated */
export function createProxyStore(
  api: Pick<RingsideCalls['connection'], 'signInProxy'>,
  onSignedIn: () => void,
) {
  return createStore<ProxyState>()((set, get) => {
    const empty = { proxy: undefined, name: '', password: '', busy: false, problem: undefined };
    return {
      ...empty,
      asked({ kind, detail }) {
        if (kind === 'proxyLogin' && detail !== get().proxy) set({ ...empty, proxy: detail });
      },
      nameTyped: (name) => set({ name, problem: undefined }),
      passwordTyped: (password) => set({ password, problem: undefined }),
      async signInPressed() {
        const { proxy, name, password, busy } = get();
        if (busy || proxy === undefined) return;
        set({ busy: true, problem: undefined });
        const outcome = await api.signInProxy({ proxy, name, password });
        if (!outcome.ok) return set({ busy: false, problem: outcome.problem });
        // SECURITY: the password is removed from the renderer's state as soon as main has it.
        set(empty);
        onSignedIn();
      },
      closed: () => set(empty),
    };
  });
}
