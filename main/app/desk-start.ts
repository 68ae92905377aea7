import type { AppStart, DeskClearing } from '../../preload/contract/calls';
import type { UpdateState } from '../../preload/contract/updates';
import type { CommandLine } from '../command-line';
import { initialState } from '../ipc/initial-state';
import { LookupRequests } from '../window/lookup-requests';
import { findStudio, lookupRequest, type OutsideLookup } from '../window/screen-pop';
import type { FirstServices } from './first-services';

/** What a page is told when it starts, and what has happened since the last one. */
export class DeskStart {
  /** Whether the process of the last page has ended. */
  recovered = false;
  /** Number of calls on hold that ended with the last page. */
  heldLost = 0;
  /** Why the desk is empty. */
  cleared: DeskClearing | undefined;
  /** Set when the update service is there. */
  updateState: () => UpdateState = () => ({ phase: 'off' });
  /** Passes a lookup on to a page that has started; set with the other services. */
  lookupArrived: (lookup: OutsideLookup) => void = () => undefined;
  readonly lookups: LookupRequests;

  constructor(
    private readonly services: FirstServices,
    private readonly commandLine: CommandLine,
    firstLink: OutsideLookup | undefined,
  ) {
    this.lookups = new LookupRequests(commandLine.lookup ?? firstLink, (lookup) =>
      this.lookupArrived(lookup),
    );
  }

  /** A lookup from outside as the page gets it, with its studio if the desk has it. */
  requestOf(lookup: OutsideLookup) {
    return lookupRequest(lookup, this.services.connection.studios());
  }

  /** The answer to a page's first call. What has happened since the last page is told once. */
  answer(): AppStart {
    const { policy, preferences, connection } = this.services;
    const lookup = this.lookups.pageStarted();
    // With a lookup, the studio is that of the lookup alone.
    const named = this.commandLine.lookup ? undefined : this.commandLine.studio;
    const studio = findStudio(named ?? '', connection.studios())?.ref;
    const start = {
      ...initialState(policy, preferences, connection, this.updateState()),
      ...(lookup && { lookup: this.requestOf(lookup) }),
      ...(studio && { studio }),
      ...(this.recovered && { recovered: this.recovered }),
      ...(this.heldLost > 0 && { heldLost: this.heldLost }),
      ...(this.cleared && { cleared: this.cleared }),
    };
    this.recovered = false;
    this.heldLost = 0;
    return start;
  }
}
