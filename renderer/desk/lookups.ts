import type { Ringside } from '../../preload/contract/api';
import type { LookupRequest, Recent } from '../../preload/contract/calls';
import type { Where } from '../../preload/contract/domain';
import type { CustomerFlow } from './customer-flow';
import type { Stores } from './stores';

/**
 * Runs lookups that the agent did not type: from the command line, a link or the telephone system, and of recent
 * customers.
 *
 * @param newCall ends the present call
 */
export function createLookups(
  ringside: Pick<Ringside, 'desk'>,
  { search, customer, call, connection, overlay }: Stores,
  customers: CustomerFlow,
  newCall: () => void,
) {
  function lookUp(lookup: LookupRequest): void {
    const { text, studio, unknownStudio, caller } = lookup;
    if (caller !== undefined && caller !== 'number') {
      call.getState().cameUnnumbered(lookup);
      return;
    }
    const all: Where | undefined = unknownStudio === undefined ? undefined : { studios: 'all' };
    const where: Where | undefined = studio !== undefined ? { studio, scope: 'studio' } : all;
    prepareLookup(text, where, unknownStudio);
    // The telephone system has said what it is; digits alone would be read as a customer or a card.
    if (caller === 'number') search.getState().readingPicked({ kind: 'phone', number: text });
    else search.getState().entered();
  }

  function prepareLookup(text: string, where: Where | undefined, unknownStudio?: string): void {
    customers.lookedUp(text);
    search.getState().typed(text);
    search.getState().whereRequested(where, unknownStudio);
  }

  /** Whether the desk shows this call already: telephone programs report a call again when it is answered. */
  function isShown({ text, caller }: LookupRequest): boolean {
    return caller === 'number' && search.getState().text === text;
  }

  function isIdle(): boolean {
    const { connection: connected, open: isConnecting } = connection.getState();
    const isEmpty = customer.getState().key === undefined && search.getState().text === '';
    return connected.mode !== 'none' && !isConnecting && isEmpty && !overlay.getState().open;
  }

  return {
    lookUp,
    /** Runs a lookup from outside at once on an idle desk; otherwise a banner offers it. */
    lookupArrived(lookup: LookupRequest): void {
      if (isShown(lookup)) return;
      if (!isIdle()) {
        void call.getState().lookupArrived(lookup);
        return;
      }
      call.getState().lookupCleared();
      void ringside.desk.focus();
      lookUp(lookup);
    },
    /** Ends this call and runs the lookup that the banner offers. */
    takeLookup(): void {
      const { waiting, lookupCleared } = call.getState();
      if (!waiting) return;
      lookupCleared();
      newCall();
      lookUp(waiting);
    },
    /** Looks a recent customer up again, with the key that found them. */
    openRecent({ studio, id, via }: Recent): void {
      const where: Where = { studio: via ?? studio, scope: via ? 'chain' : 'studio' };
      prepareLookup(`id:${id}`, where);
      search.getState().entered();
    },
  };
}
