import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Connection, ConnectionTest } from '../../../preload/contract/calls';
import type { Outcome, Problem, ProblemKind } from '../../../preload/contract/problem';

export interface ConnectionState {
  connection: Connection;
  /** True while the connect form is shown over the console. */
  open: boolean;
  address: string;
  key: string;
  busy: boolean;
  problem: Problem | undefined;
  /** Result of the last test; undefined before the first one. */
  tested: ConnectionTest | undefined;
  /** True after the first press of "Forget key", until it is confirmed. */
  confirming: boolean;
  /** Why the prompt asks for the key; undefined while it is closed. */
  keyWanted: ProblemKind | undefined;
  /** A lookup failed because the key is missing or was refused. */
  keyRefused: (kind: ProblemKind) => void;
  keyPromptClosed: () => void;
  addressTyped: (address: string) => void;
  keyTyped: (key: string) => void;
  connectPressed: () => Promise<void>;
  demoPressed: () => Promise<void>;
  resumePressed: () => Promise<void>;
  forgetPressed: () => Promise<void>;
  testPressed: () => Promise<void>;
  /** The proxy accepted a sign-in, so that the prompt's problem is resolved. */
  proxyOpened: () => void;
  screenOpened: () => void;
  screenClosed: () => void;
}

/**
 * State of the connect screen and the key prompt. @param onSwitch called when another studio or another key is
 * connected
 */
export function createConnectionStore(
  api: RingsideCalls['connection'],
  connection: Connection,
  onSwitch: (moved: boolean) => void,
) {
  return createStore<ConnectionState>()((set, get) => {
    async function change(call: () => Promise<Outcome<Connection>>): Promise<void> {
      if (get().busy) return;
      set({ busy: true, problem: undefined, tested: undefined, confirming: false });
      const outcome = await call();
      if (!outcome.ok) {
        set({ busy: false, problem: outcome.problem });
        return;
      }
      const before = get().connection;
      const { mode, address } = outcome.value;
      // SECURITY: the key is removed from the renderer's state as soon as main has it.
      set({
        busy: false,
        key: '',
        connection: outcome.value,
        keyWanted: undefined,
        address: address ?? '',
        open: mode === 'none',
      });
      onSwitch(mode !== before.mode || address !== before.address);
    }

    return {
      connection,
      open: connection.mode === 'none',
      address: connection.address ?? '',
      key: '',
      busy: false,
      problem: undefined,
      tested: undefined,
      confirming: false,
      keyWanted: undefined,
      keyRefused(kind) {
        if (get().connection.mode === 'live') set({ keyWanted: kind });
      },
      keyPromptClosed: () => set({ keyWanted: undefined, key: '', problem: undefined }),
      addressTyped: (address) => set({ address, problem: undefined }),
      keyTyped: (key) => set({ key, problem: undefined }),
      connectPressed: () => change(() => api.connect({ address: get().address, key: get().key })),
      demoPressed: () => change(() => api.exploreDemo()),
      resumePressed: () => change(() => api.resume()),
      async forgetPressed() {
        if (get().confirming) await change(() => api.forget());
        else set({ confirming: true });
      },
      async testPressed() {
        if (get().busy) return;
        set({ busy: true, problem: undefined, tested: undefined });
        const outcome = await api.test();
        set(outcome.ok ? { busy: false, tested: outcome.value } : { busy: false, problem: outcome.problem });
      },
      proxyOpened() {
        const { problem, tested, key, connectPressed, testPressed } = get();
        if (tested?.problem?.kind === 'proxyLogin') void testPressed();
        if (problem?.kind === 'proxyLogin' && key !== '') void connectPressed();
      },
      screenOpened: () => set({ open: true, problem: undefined, tested: undefined, confirming: false }),
      screenClosed() {
        if (get().connection.mode !== 'none' && !get().busy)
          set({
            open: false,
            address: get().connection.address ?? '',
            key: '',
            problem: undefined,
            confirming: false,
          });
      },
    };
  });
}
