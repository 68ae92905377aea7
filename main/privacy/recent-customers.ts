import type { Recent } from '../../preload/contract/calls';
import { customerKey } from '../../preload/contract/studio';
import { SeenCustomers } from './seen-customers';

/** Maximum number of recent customers. */
const recentsKept = 9;

/**
 * The open customer and the recent ones. SECURITY: kept in main's memory only, so that no page and no disk holds an
 * earlier caller.
 */
export class RecentCustomers {
  /** Everybody whom the searches have found. */
  readonly seen = new SeenCustomers();
  #open: Recent | undefined;
  #recents: Recent[] = [];
  #held = 0;

  constructor(private readonly now: () => number = Date.now) {}

  opened(customer: Omit<Recent, 'openedAt'>): void {
    const recent = { ...customer, openedAt: this.now() };
    this.#open = recent;
    const others = this.#recents.filter((other) => customerKey(other) !== customerKey(recent));
    this.#recents = [recent, ...others].slice(0, recentsKept);
  }

  /** The customer who is open now. */
  open(): Recent | undefined {
    return this.#open;
  }

  /** Whether a customer is open or a call is on hold. */
  isBusy(): boolean {
    return this.#open !== undefined || this.#held > 0;
  }

  /** The recent customers, the latest first. */
  recents(): Recent[] {
    return this.#recents;
  }

  /** Ends the call. The customer stays among the recent ones, in case the caller calls back. */
  callEnded(): void {
    this.#open = undefined;
  }

  /**
   * A call was put on hold or taken back; its customer is open again only when the page says so.
   *
   * @param held calls on hold now
   */
  callHeld(held: number): void {
    this.#open = undefined;
    this.#held = held;
  }

  /** The page has ended, and the calls on hold with it. @returns their number */
  pageGone(): number {
    const lost = this.#held;
    this.#held = 0;
    return lost;
  }

  /** Forgets everybody, because the agent left or another studio was connected. */
  forgotten(): void {
    this.#open = undefined;
    this.#held = 0;
    this.#recents = [];
    this.seen.forgotten();
  }
}
