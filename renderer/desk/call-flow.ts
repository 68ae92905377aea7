import type { Ringside } from '../../preload/contract/api';
import type { Recent } from '../../preload/contract/calls';
import type { SearchHit, SearchScope } from '../../preload/contract/domain';
import { fullName } from '../format/name';
import type { Source } from '../source';
import type { Stores } from './stores';

/** What happens to all stores during a call. */
export type CallFlow = ReturnType<typeof createCallFlow>;

/**
 * Opens customers, ends calls, and takes lookups from the command line, a link or the telephone system.
 *
 * @param sources everything that is loaded about a customer
 * @param onNewCall called after the caller has been removed from every store
 */
export function createCallFlow(
  ringside: Pick<Ringside, 'desk'>,
  stores: Stores,
  sources: readonly Source[],
  onNewCall: () => void,
) {
  const { search, customer, verification, call, diagnostics, connection, found, overlay } = stores;

  async function open(hit: SearchHit, scope: SearchScope): Promise<void> {
    const { id, number } = hit.customer;
    const name = fullName(hit.customer);
    diagnostics.getState().closed();
    // The verification stays when the same customer is opened again.
    if (customer.getState().key !== id) verification.getState().cleared();
    found.setState({ by: hit.matchedBy, scope });
    call.getState().begun();
    void call.getState().opened({ id, scope, ...(name && { name }), ...(number && { number }) });
    await Promise.all(sources.map((source) => source.open?.(hit)));
  }

  /** Removes everything about the caller from the screen and from this process. */
  function newCall(): void {
    for (const source of sources) source.clear();
    verification.getState().cleared();
    call.getState().ended();
    overlay.setState({ open: undefined });
    found.setState({ by: undefined, scope: 'studio' });
    diagnostics.getState().closed();
    void ringside.desk.clear();
    onNewCall();
  }

  function lookUp(text: string): void {
    search.getState().typed(text);
    search.getState().entered();
  }

  function isIdle(): boolean {
    const { connection: connected, open: isConnecting } = connection.getState();
    const isEmpty = customer.getState().key === undefined && search.getState().text === '';
    return connected.mode !== 'none' && !isConnecting && isEmpty && !overlay.getState().open;
  }

  return {
    open,
    newCall,
    lookUp,
    async refresh(): Promise<void> {
      await Promise.all(sources.map((source) => source.refresh?.()));
    },
    /** Runs a lookup from outside at once on an idle desk; otherwise a banner offers it. */
    lookupArrived(text: string): void {
      if (!isIdle()) {
        call.getState().lookupArrived({ text });
        return;
      }
      void ringside.desk.focus();
      lookUp(text);
    },
    /** Ends this call and runs the lookup that the banner offers. */
    takeLookup(): void {
      const { waiting, lookupCleared } = call.getState();
      if (!waiting) return;
      lookupCleared();
      newCall();
      lookUp(waiting.text);
    },
    openRecent({ id, scope }: Recent): void {
      search.setState({ scope });
      lookUp(`id:${id}`);
    },
  };
}
