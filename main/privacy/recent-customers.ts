import type { Recent } from '../../preload/contract/calls';

/** As many as an agent can tell apart at a glance. */
const recentsKept = 9;

/** Who is and was on the desk. SECURITY: here alone, in memory, so that no page and no disk holds an earlier caller. */
export class RecentCustomers {
  #open: Recent | undefined;
  #recents: Recent[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  opened(customer: Omit<Recent, 'openedAt'>): void {
    const recent = { ...customer, openedAt: this.now() };
    this.#open = recent;
    this.#recents = [recent, ...this.#recents.filter(({ id }) => id !== recent.id)].slice(0, recentsKept);
  }

  /** Who is on the desk now. */
  open(): Recent | undefined {
    return this.#open;
  }

  /** The latest first. */
  recents(): Recent[] {
    return this.#recents;
  }

  /** The call is over; whoever calls back is still among the recents. */
  callEnded(): void {
    this.#open = undefined;
  }

  /** The desk is left, or goes elsewhere: nobody was ever here. */
  forgotten(): void {
    this.#open = undefined;
    this.#recents = [];
  }
}
