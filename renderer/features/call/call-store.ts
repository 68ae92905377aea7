import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { DeskClearing, LookupRequest, Recent } from '../../../preload/contract/calls';
import type { Caller, SharedNumber } from '../../../preload/contract/phone-index';

/** A call on hold. */
export interface HeldCall {
  id: number;
  /** Name of the customer, or the text in the search box while nobody was open. */
  name: string | undefined;
  /** When the call began, in milliseconds since the epoch. */
  startedAt: number;
  /** Shows the call again as it was. */
  restore: () => void;
}

/** How long a call that was dismissed does not wait again, in milliseconds. */
const dismissedForMs = 60_000;

/** Why the desk was cleared without the agent. */
export type ClearedBy = DeskClearing | { reason: 'studios' };

export interface CallState {
  /** Time of this call's first input, in milliseconds since the epoch; undefined between calls. */
  startedAt: number | undefined;
  /** Recent customers. Main keeps the list; the page has it only while a customer is open. */
  recents: readonly Recent[];
  /** A lookup from outside that waits because the agent is busy. */
  waiting: LookupRequest | undefined;
  /** Who the number of the waiting call belongs to: nobody known, or undefined while main looks. */
  caller: Caller | SharedNumber | 'nobody' | 'failed' | undefined;
  /** The call that has come to this desk without a customer's number, until there is input. */
  unnumbered: LookupRequest | undefined;
  /** Calls on hold; the one held longest comes first. */
  held: readonly HeldCall[];
  /** Whether another customer of this call was open before the present one, or after it. */
  hasEarlier: boolean;
  hasLater: boolean;
  /** Seconds until an idle desk is cleared; undefined while it is not counted down. */
  idleSecondsLeft: number | undefined;
  /** Why the desk is empty, until the next call begins. */
  clearedBy: ClearedBy | undefined;
  /** Starts the call at its first input or opened customer; later ones have no effect. */
  begun: () => void;
  opened: (customer: Omit<Recent, 'openedAt'>) => Promise<void>;
  lookupArrived: (lookup: LookupRequest) => Promise<void>;
  lookupCleared: () => void;
  /** The agent has dismissed the lookup that waits. */
  lookupDismissed: () => void;
  /** A call came to an idle desk, and there is no number to look up. */
  cameUnnumbered: (lookup: LookupRequest) => void;
  /** Main counts down to the clearing of an idle desk, or has stopped. */
  idleCounted: (secondsLeft: number | null) => void;
  /** A key or the pointer was used during the countdown. */
  deskUsed: () => void;
  noticeClosed: () => void;
  ended: () => void;
}

/**
 * The current call.
 *
 * @param clearedBy why main has cleared the desk before this page
 */
export function createCallStore(
  { desk: api, phone }: Pick<RingsideCalls, 'desk' | 'phone'>,
  clearedBy: ClearedBy | undefined,
  now: () => number = Date.now,
) {
  let turn = 0;
  /** Counts the waiting calls, so that no late answer names the caller of another one. */
  let asked = 0;
  /** The call that was dismissed last, until the present call ends. */
  let dismissed: { lookup: LookupRequest; at: number } | undefined;
  return createStore<CallState>()((set, get) => ({
    startedAt: undefined,
    recents: [],
    waiting: undefined,
    caller: undefined,
    unnumbered: undefined,
    held: [],
    hasEarlier: false,
    hasLater: false,
    idleSecondsLeft: undefined,
    clearedBy,
    begun() {
      if (get().startedAt === undefined) set({ startedAt: now() });
      get().noticeClosed();
    },
    async opened(customer) {
      turn += 1;
      const mine = turn;
      await api.opened(customer);
      const recents = await api.recents();
      if (mine === turn && recents.ok) set({ recents: recents.value });
    },
    async lookupArrived(waiting) {
      // Telephone programs report a call again when it is answered.
      if (isSameCall(waiting, get().waiting)) return;
      if (dismissed && now() - dismissed.at < dismissedForMs && isSameCall(waiting, dismissed.lookup)) return;
      asked += 1;
      const mine = asked;
      set({ waiting, caller: undefined });
      if (waiting.caller !== 'number') return;
      const { text: number, studio } = waiting;
      const outcome = await phone.identify({ number, ...(studio !== undefined && { studio }) });
      if (mine === asked) set({ caller: outcome.ok ? (outcome.value ?? 'nobody') : 'failed' });
    },
    lookupCleared() {
      asked += 1;
      set({ waiting: undefined, caller: undefined });
    },
    lookupDismissed() {
      const { waiting: lookup, lookupCleared } = get();
      dismissed = lookup && { lookup, at: now() };
      lookupCleared();
    },
    cameUnnumbered(unnumbered) {
      get().noticeClosed();
      set({ unnumbered });
    },
    idleCounted: (secondsLeft) => set({ idleSecondsLeft: secondsLeft ?? undefined }),
    deskUsed() {
      set({ idleSecondsLeft: undefined });
      void api.used();
    },
    noticeClosed() {
      set({ unnumbered: undefined });
      if (!get().clearedBy) return;
      set({ clearedBy: undefined });
      void api.used();
    },
    ended() {
      turn += 1;
      dismissed = undefined;
      set({ startedAt: undefined, recents: [], hasEarlier: false, hasLater: false });
    },
  }));
}

/** Whether two lookups are of one call: the same number in the same studio. */
function isSameCall(one: LookupRequest, other: LookupRequest | undefined): boolean {
  return one.caller === 'number' && one.text === other?.text && one.studio === other.studio;
}
