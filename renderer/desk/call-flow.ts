import type { Ringside } from '../../preload/contract/api';
import type { LookupRequest, Recent } from '../../preload/contract/calls';
import type { FoundCustomer, Reading, SearchHit, Where } from '../../preload/contract/domain';
import type { VerificationFactor } from '../../preload/contract/preferences';
import { keyOf, refOf } from '../customer-ref';
import { fullName } from '../format/name';
import type { Source } from '../source';
import { followMoves } from './follow-moves';
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
  ringside: Pick<Ringside, 'desk' | 'customer'>,
  stores: Stores,
  sources: readonly Source[],
  onNewCall: () => void,
) {
  const { search, customer, account, verification, call, diagnostics, connection, found, overlay } = stores;
  /** Text of the last lookup from outside, which the caller has not said. */
  let outsideText: string | undefined;

  async function open(hit: SearchHit): Promise<void> {
    moves.begin();
    const isOther = keyOf(customer.getState().key) !== keyOf(refOf(hit));
    const shown = show(hit, { by: hit.matchedBy, typed: hit.typed, movedTo: undefined });
    if (isOther) countFactor(hit);
    await shown;
  }

  /** What found the customer counts as verification where the agent typed it, because the caller has said it. */
  function countFactor(hit: SearchHit): void {
    const { asked } = search.getState();
    const { factors, factorPassed } = verification.getState();
    const factor = factorGiven(hit, asked?.reading);
    if (factor && asked?.text !== outsideText && factors.includes(factor)) factorPassed(factor);
  }

  async function show(hit: FoundCustomer, how: ReturnType<typeof found.getState>): Promise<void> {
    const ref = refOf(hit);
    const { number, accessRefused } = hit.customer;
    const name = fullName(hit.customer);
    diagnostics.getState().cleared();
    // The verification stays when the same customer is opened again.
    if (keyOf(customer.getState().key) !== keyOf(ref)) verification.getState().cleared();
    found.setState(how);
    call.getState().begun();
    void call.getState().opened({
      ...ref,
      ...(name && { name }),
      ...(number && { number }),
      ...(accessRefused && { accessRefused }),
    });
    await Promise.all(sources.map((source) => source.open?.(hit)));
  }

  const moves = followMoves(ringside, account, (home) => {
    void show(home, { ...found.getState(), movedTo: home.studio });
  });

  /** Removes everything about the caller from the screen and from this process. */
  function newCall(): void {
    for (const source of sources) source.clear();
    moves.begin();
    verification.getState().cleared();
    call.getState().ended();
    overlay.setState({ open: undefined });
    found.setState({ by: undefined, typed: undefined, movedTo: undefined });
    diagnostics.getState().cleared();
    onNewCall();
    void ringside.desk.clear().then((outcome) => {
      if (outcome.ok) stores.copies.getState().callEnded(outcome.value);
    });
  }

  function lookUp({ text, studio, unknownStudio }: LookupRequest): void {
    const all: Where | undefined = unknownStudio === undefined ? undefined : { studios: 'all' };
    const where: Where | undefined = studio !== undefined ? { studio, scope: 'studio' } : all;
    lookUpIn(text, where, unknownStudio);
  }

  function lookUpIn(text: string, where: Where | undefined, unknownStudio?: string): void {
    outsideText = text.trim();
    search.getState().typed(text);
    search.getState().whereRequested(where, unknownStudio);
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
    lookupArrived(lookup: LookupRequest): void {
      if (!isIdle()) {
        call.getState().lookupArrived(lookup);
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
      lookUpIn(`id:${id}`, where);
    },
  };
}

/** The factor that a search gave: what it matched, or the date of birth beside a name. */
function factorGiven(
  { matchedBy, customer }: SearchHit,
  reading: Reading | undefined,
): VerificationFactor | undefined {
  if (matchedBy === 'dateOfBirth' || matchedBy === 'customerNumber' || matchedBy === 'email')
    return matchedBy;
  const date = reading && 'date' in reading ? reading.date : undefined;
  return date !== undefined && date === customer.dateOfBirth ? 'dateOfBirth' : undefined;
}
