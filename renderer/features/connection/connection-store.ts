import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Connection, ConnectionTest } from '../../../preload/contract/calls';
import type { Outcome, Problem, ProblemKind } from '../../../preload/contract/problem';
import { addressOf, type Studio, type StudioRef } from '../../../preload/contract/studio';
import { studioActions } from './studio-actions';

/** Why the prompt asks for a key, and for which studio. */
export interface WantedKey {
  kind: ProblemKind;
  studio: StudioRef;
}

export interface ConnectionState {
  connection: Connection;
  /** True while the connect form is shown over the console. */
  open: boolean;
  address: string;
  key: string;
  /** Name for a studio that the API does not name. */
  name: string;
  /** True once the API did not name a studio: the form asks for its name. */
  nameWanted: boolean;
  busy: boolean;
  problem: Problem | undefined;
  /** Result of the last test of each studio since the settings were opened. */
  tested: Readonly<Record<StudioRef, ConnectionTest>>;
  /** The studio whose removal was pressed once, until it is confirmed. */
  confirming: StudioRef | undefined;
  /** The studio whose key the form replaces; undefined adds a studio. */
  replaces: StudioRef | undefined;
  /** The studio that was connected last, until the next search. */
  connected: Studio | undefined;
  keyWanted: WantedKey | undefined;
  /** Studios whose key the agent does not want to enter now; asked again after a change of the studios. */
  declined: readonly StudioRef[];
  /** A request failed because the key of a studio is missing or was refused. */
  keyRefused: (problem: Problem) => void;
  keyPromptClosed: () => void;
  addressTyped: (address: string) => void;
  keyTyped: (key: string) => void;
  nameTyped: (name: string) => void;
  connectPressed: () => Promise<void>;
  demoPressed: () => Promise<void>;
  resumePressed: () => Promise<void>;
  /** Removes a studio at the second press. */
  removePressed: (studio: StudioRef) => Promise<void>;
  /** Prepares the form for a new key of a studio. */
  replacePressed: (studio: StudioRef) => void;
  renamed: (studio: StudioRef, name: string) => Promise<void>;
  testPressed: (studio: StudioRef) => Promise<void>;
  /** The proxy accepted a sign-in, so that the prompt's problem is resolved. */
  proxyOpened: () => void;
  /** Main reports other studios, names or IDs. */
  changed: (connection: Connection) => void;
  noticeClosed: () => void;
  screenOpened: () => void;
  screenClosed: () => void;
}

/** What a form begins with. */
const emptyForm = {
  key: '',
  name: '',
  nameWanted: false,
  problem: undefined,
  replaces: undefined,
  confirming: undefined,
};

/**
 * State of the connect screen, the list of studios and the key prompt.
 *
 * @param onSwitch called when studios or keys have changed; `moved` when an open customer's studio may be gone
 */
export function createConnectionStore(
  api: RingsideCalls['connection'],
  connection: Connection,
  onSwitch: (moved: boolean) => void,
) {
  return createStore<ConnectionState>()((set, get) => {
    async function change<T>(
      call: () => Promise<Outcome<T>>,
      read: (value: T) => { connection: Connection; studio?: Studio },
    ): Promise<void> {
      if (get().busy) return;
      set({ busy: true, problem: undefined, tested: {}, confirming: undefined });
      const outcome = await call();
      if (!outcome.ok) {
        const { problem } = outcome;
        set({ busy: false, problem, ...(problem.kind === 'studioUnnamed' && { nameWanted: true }) });
        return;
      }
      const before = get().connection;
      const { connection: now, studio } = read(outcome.value);
      // SECURITY: the key is removed from the renderer's state as soon as main has it.
      set({
        ...emptyForm,
        busy: false,
        connection: now,
        keyWanted: undefined,
        declined: [],
        connected: studio,
        address: now.address ?? '',
        open: now.mode === 'none',
      });
      onSwitch(isMoved(before, now));
    }
    const whole = (value: Connection) => ({ connection: value });

    return {
      connection,
      open: connection.mode === 'none',
      address: connection.address ?? '',
      ...emptyForm,
      busy: false,
      tested: {},
      connected: undefined,
      keyWanted: undefined,
      declined: [],
      keyRefused({ kind, studio }) {
        const { connection: now, keyWanted, declined } = get();
        // One studio at a time: the prompt for the next one appears with its next request.
        if (now.mode !== 'live' || keyWanted || studio === undefined || declined.includes(studio)) return;
        set({ ...emptyForm, keyWanted: { kind, studio }, address: addressOf(studio), replaces: studio });
      },
      keyPromptClosed: () =>
        set(({ keyWanted, declined }) => ({
          ...emptyForm,
          keyWanted: undefined,
          declined: keyWanted ? [...declined, keyWanted.studio] : declined,
        })),
      addressTyped: (address) => set({ address, problem: undefined }),
      keyTyped: (key) => set({ key, problem: undefined }),
      nameTyped: (name) => set({ name, problem: undefined }),
      connectPressed: () => {
        const { address, key, name, replaces } = get();
        return change(
          () =>
            api.connect({
              address,
              key,
              ...(name.trim() !== '' && { name: name.trim() }),
              ...(replaces !== undefined && { replaces }),
            }),
          (value) => value,
        );
      },
      ...studioActions(api, { get, set, change: (call) => change(call, whole) }),
      demoPressed: () => change(() => api.exploreDemo(), whole),
      resumePressed: () => change(() => api.resume(), whole),
      replacePressed: (studio) => set({ ...emptyForm, replaces: studio, address: addressOf(studio) }),
      changed(now) {
        const before = get().connection;
        // The connect screen fills the window until the first studio is connected; the desk then replaces it.
        const isFirst = before.mode === 'none' && now.mode !== 'none';
        set({ connection: now, ...(isFirst && { open: false, address: now.address ?? '' }) });
        onSwitch(isMoved(before, now));
      },
      noticeClosed: () => set({ connected: undefined }),
      screenOpened: () => set({ ...emptyForm, open: true, tested: {}, keyWanted: undefined }),
      screenClosed() {
        if (get().connection.mode !== 'none' && !get().busy)
          set({ ...emptyForm, open: false, address: get().connection.address ?? '' });
      },
    };
  });
}

/** Whether a studio is gone, or the demo data and the saved studios have changed places. */
function isMoved(before: Connection, now: Connection): boolean {
  const left = now.studios.flatMap(({ ref, formerRef }) => [ref, formerRef]);
  return now.mode !== before.mode || before.studios.some(({ ref }) => !left.includes(ref));
}
