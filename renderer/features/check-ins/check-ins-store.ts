import { createStore } from 'zustand/vanilla';
import type { CustomerRef } from '../../../preload/contract/studio';
import { known, type Loadable, problemOf } from '../../loadable';
import { type NoRight, noRight } from '../../missing-rights';
import { type AskCheckIns, type CheckIns, loadCheckIns } from './load-check-ins';

/** Check-ins of the open customer. They are requested only when the agent opens them. */
export interface CheckInsState {
  /** Undefined while there is nothing to ask: no customer, or one whose home studio has no key here. */
  customer: CustomerRef | undefined;
  isOpen: boolean;
  content: Loadable<CheckIns | NoRight>;
  /** Another customer was opened; the check-ins are closed. */
  opened: (customer: CustomerRef | undefined) => void;
  /** The agent opened or closed the check-ins. */
  toggled: () => Promise<void>;
  /** Loads them again if they are open. */
  refreshed: () => Promise<void>;
  /** Remembers what is shown. @returns shows it again; what was not loaded is requested again */
  kept: () => () => void;
  cleared: () => void;
}

export type CheckInsStore = ReturnType<typeof createCheckInsStore>;

const nothing = { customer: undefined, isOpen: false, content: { state: 'idle' } } as const;

export function createCheckInsStore(ask: AskCheckIns, now: () => Date = () => new Date()) {
  let turn = 0;
  return createStore<CheckInsState>()((set, get) => {
    async function load(customer: CustomerRef): Promise<void> {
      turn += 1;
      const mine = turn;
      const { content } = get();
      const previous = known(content);
      set({ content: { state: 'loading', previous, retried: problemOf(content) } });
      const outcome = await loadCheckIns(customer, ask, () => mine === turn, now());
      if (mine !== turn) return;
      set({
        content: outcome.ok
          ? { state: 'ready', value: outcome.value, asOf: Date.now() }
          : { state: 'failed', problem: outcome.problem, previous },
      });
    }

    return {
      ...nothing,
      opened(customer) {
        get().cleared();
        set({ customer });
      },
      async toggled() {
        const { customer, isOpen, content } = get();
        if (!customer) return;
        if (!isOpen) {
          set({ isOpen: true });
          // A key that lacked the right may have been replaced; if not, nothing is sent.
          if (content.state !== 'ready' || content.value === noRight) await load(customer);
          return;
        }
        // Closed check-ins load nothing and report no failure.
        turn += 1;
        set({ isOpen: false, content: known(content) ?? nothing.content });
      },
      async refreshed() {
        const { customer, isOpen } = get();
        if (customer && isOpen) await load(customer);
      },
      kept() {
        const { customer, isOpen, content } = get();
        return () => {
          turn += 1;
          set({ customer, isOpen, content: known(content) ?? nothing.content });
          if (content.state !== 'ready') void get().refreshed();
        };
      },
      cleared() {
        turn += 1;
        set(nothing);
      },
    };
  });
}
