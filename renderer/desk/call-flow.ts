import type { Ringside } from '../../preload/contract/api';
import type { ClipboardFate } from '../../preload/contract/calls';
import type { Outcome } from '../../preload/contract/problem';
import type { Source } from '../source';
import { createCustomerFlow } from './customer-flow';
import { createHeldCalls } from './held-calls';
import { createLookups } from './lookups';
import type { Stores } from './stores';

/**
 * Opens customers, holds and ends calls, and takes lookups from the command line, a link or the telephone system.
 *
 * @param sources everything that is loaded about a customer
 * @param onNewCall called after the caller has been removed from every store
 */
export function createCallFlow(
  ringside: Pick<Ringside, 'desk' | 'customer'>,
  stores: Stores,
  sources: readonly Source[],
  onNewCall: () => void,
) {
  const { call, overlay, copies } = stores;
  const customers = createCustomerFlow(ringside, stores, sources);
  const tellHeld = (held: number) => void sayFate(ringside.desk.held({ held }));
  const heldCalls = createHeldCalls(tellHeld, stores, sources, customers, clear);

  function clear(): void {
    // SECURITY: at once, so that an open menu copies nothing of this caller on the desk of the next one.
    copies.getState().callLeft();
    for (const source of sources) source.clear();
    customers.clear();
    call.getState().ended();
    overlay.setState({ open: undefined });
  }

  /** Removes everything about the caller from the screen and from this process. Calls on hold stay. */
  function newCall(): void {
    clear();
    call.getState().noticeClosed();
    onNewCall();
    void sayFate(ringside.desk.clear());
  }

  /** Says what has become of the text that was copied in the call. */
  async function sayFate(left: Promise<Outcome<ClipboardFate>>): Promise<void> {
    const outcome = await left;
    if (outcome.ok) copies.getState().fateKnown(outcome.value);
  }

  const lookups = createLookups(ringside, stores, customers, newCall);

  return {
    open: customers.open,
    newCall,
    ...lookups,
    ...heldCalls,
    /** Empties the desk and drops the calls on hold, because the studios of the desk have changed. */
    studiosChanged(): void {
      const { startedAt, held, waiting, lookupCleared, lookupArrived } = call.getState();
      call.setState({ held: [] });
      lookupCleared();
      tellHeld(0);
      newCall();
      if (startedAt !== undefined || held.length > 0) call.setState({ clearedBy: { reason: 'studios' } });
      // Main says again who the waiting caller is, last: the one it named may be of a studio that is gone.
      if (waiting) void lookupArrived(waiting);
    },
    /** Brings the customer of an earlier search back, otherwise the one who was open before. */
    back(): void {
      if (stores.found.getState().collapsed) customers.broughtBack();
      else customers.go(-1);
    },
    forward: () => customers.go(1),
    async refresh(): Promise<void> {
      await Promise.all(sources.map((source) => source.refresh?.()));
    },
  };
}
