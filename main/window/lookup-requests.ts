import type { OutsideLookup } from './screen-pop';

/** Lookups from outside. They wait until a page can take them. */
export class LookupRequests {
  #waiting: OutsideLookup | undefined;
  #pageReady = false;
  #mayComeForward = false;

  /** @param tell sends a lookup to the page */
  constructor(
    first: OutsideLookup | undefined,
    private readonly tell: (lookup: OutsideLookup) => void,
  ) {
    this.#waiting = first;
  }

  arrived(lookup: OutsideLookup): void {
    this.#mayComeForward = true;
    if (this.#pageReady) this.tell(lookup);
    else this.#waiting = lookup;
  }

  /**
   * Whether the window may come to the front. SECURITY: a lookup from outside allows it once; the page alone cannot.
   */
  comesForward(): boolean {
    const may = this.#mayComeForward;
    this.#mayComeForward = false;
    return may;
  }

  /** Returns the waiting lookup once, when the page has loaded, so that a reloaded page starts empty. */
  pageStarted(): OutsideLookup | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#pageReady = true;
    return waiting;
  }

  /** @param again lookup for the next page */
  pageGone(again?: OutsideLookup): void {
    this.#pageReady = false;
    this.#waiting = again;
  }
}
