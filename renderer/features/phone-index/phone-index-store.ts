import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { PhoneIndexState } from '../../../preload/contract/phone-index';
import type { StudioRef } from '../../../preload/contract/studio';
import { progressOf } from './index-progress';

/** How an index that the agent asked for has ended. */
export type IndexEnd = 'complete' | 'failed' | 'stopped';

export interface PhoneIndexStore {
  index: PhoneIndexState;
  /** The studios whose index the agent asked for, until it has ended. */
  asked: readonly StudioRef[] | undefined;
  /** How the last one that the agent asked for has ended. */
  ended: IndexEnd | undefined;
  /** Whether the next press deletes the index. */
  isConfirming: boolean;
  /** Loads the state; later ones arrive as events. */
  started: () => Promise<void>;
  changed: (index: PhoneIndexState) => void;
  makePressed: (studios: readonly StudioRef[] | 'all') => void;
  /** A number was searched in these studios: an index on demand is made once, at the first number. */
  numberSearched: (studios: readonly StudioRef[]) => void;
  stopPressed: () => void;
  /** Deletes the index at the second press. */
  forgetPressed: () => void;
  /** The settings have opened or closed. */
  confirmationDropped: () => void;
}

/** State of the telephone index, and what the agent asked of it. */
export function createPhoneIndexStore(calls: RingsideCalls['phone'], mode: PhoneIndexState['mode']) {
  /** Whether a state has arrived, which is then newer than the first answer. */
  let hasChanged = false;
  /** Studios whose index has been begun. After "Stop" and "Delete", only the agent begins it again. */
  const begun = new Set<StudioRef>();
  return createStore<PhoneIndexStore>()((set, get) => {
    async function made(studios: readonly StudioRef[] | 'all'): Promise<void> {
      await calls.makeIndex({ studios: studios === 'all' ? 'all' : [...studios] });
      const outcome = await calls.index();
      const { asked } = get();
      // Main does not make an index again that is a few minutes old, and no event tells of it.
      const isThere = (index: PhoneIndexState) =>
        progressOf(index, asked).studios.every(({ state }) => state === 'complete');
      if (asked && outcome.ok && isThere(outcome.value)) set({ asked: undefined, ended: 'complete' });
    }

    return {
      index: { mode, studios: [] },
      asked: undefined,
      ended: undefined,
      isConfirming: false,
      async started() {
        if (mode === 'off') return;
        const outcome = await calls.index();
        if (outcome.ok && !hasChanged) set({ index: outcome.value });
      },
      changed(index) {
        hasChanged = true;
        const { asked, index: before } = get();
        const ended = asked && endOf(before, index, asked);
        set({ index, ...(ended && { asked: undefined, ended }) });
      },
      makePressed(studios) {
        const refs = studios === 'all' ? get().index.studios.map(({ studio }) => studio) : studios;
        for (const ref of refs) begun.add(ref);
        set({ asked: refs, ended: undefined, isConfirming: false });
        void made(studios);
      },
      numberSearched(studios) {
        const { index, makePressed } = get();
        if (index.mode !== 'onDemand') return;
        const untouched = progressOf(index, studios).studios.filter(
          ({ studio, state, customers }) => state === 'missing' && customers === 0 && !begun.has(studio),
        );
        if (untouched.length > 0) makePressed(untouched.map(({ studio }) => studio));
      },
      stopPressed: () => void calls.stopIndex(),
      forgetPressed() {
        const { isConfirming } = get();
        set({ isConfirming: !isConfirming });
        if (isConfirming) void calls.forgetIndex();
      },
      confirmationDropped: () => set({ isConfirming: false }),
    };
  });
}

/** How the index of these studios has ended with this change; undefined while it is made, or before it has begun. */
function endOf(
  before: PhoneIndexState,
  now: PhoneIndexState,
  refs: readonly StudioRef[],
): IndexEnd | undefined {
  const is = progressOf(now, refs).studios;
  if (is.some(({ state }) => state === 'waiting' || state === 'running' || state === 'paused'))
    return undefined;
  const was = new Map(before.studios.map((each) => [each.studio, each]));
  const isSame = is.every(({ studio, state, madeAt }) => {
    const earlier = was.get(studio);
    return (earlier?.state ?? 'missing') === state && earlier?.madeAt === madeAt;
  });
  if (isSame) return undefined;
  if (is.some(({ state }) => state === 'failed')) return 'failed';
  return is.every(({ state }) => state === 'complete') ? 'complete' : 'stopped';
}
