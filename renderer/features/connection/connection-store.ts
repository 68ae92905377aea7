import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Connection, ConnectionTest } from '../../../preload/contract/calls';
import type { Outcome, Problem, ProblemKind } from '../../../preload/contract/problem';

export interface ConnectionState {
  connection: Connection;
  /** The connect screen is shown over the console. */
  open: boolean;
  address: string;
  key: string;
  busy: boolean;
  problem: Problem | undefined;
  /** What came of the last test; undefined while none was made. */
  tested: ConnectionTest | undefined;
  /** "Forget key" was pressed once and waits for its confirmation. */
  confirming: boolean;
  /** Why the key is asked for again over the desk; undefined while it is not. */
  keyWanted: ProblemKind | undefined;
  /** A lookup failed for want of a good key. */
  keyRefused: (kind: ProblemKind) => void;
  keyPromptClosed: () => void;
  addressTyped: (address: string) => void;
  keyTyped: (key: string) => void;
  connectPressed: () => Promise<void>;
  demoPressed: () => Promise<void>;
  resumePressed: () => Promise<void>;
  forgetPressed: () => Promise<void>;
  testPressed: () => Promise<void>;
  /** A proxy was signed in to: what failed there for want of it is tried again. */
  proxyOpened: () => void;
  screenOpened: () => void;
  screenClosed: () => void;
}

/** The connect screen and the prompt for a new key. @param onSwitch told when lookups go on, elsewhere or with another key */
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
      // SECURITY: the key leaves the renderer's state as soon as main has it.
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
