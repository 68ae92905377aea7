/** Lookups from outside. They wait until a page can take them. */
export class LookupRequests {
  #waiting: string | undefined;
  #pageReady = false;
  #mayComeForward = false;

  /** @param tell sends a lookup to the page */
  constructor(
    first: string | undefined,
    private readonly tell: (text: string) => void,
  ) {
    this.#waiting = first;
  }

  arrived(text: string): void {
    this.#mayComeForward = true;
    if (this.#pageReady) this.tell(text);
    else this.#waiting = text;
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
  pageStarted(): string | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#pageReady = true;
    return waiting;
  }

  /** @param again lookup for the next page */
  pageGone(again?: string): void {
    this.#pageReady = false;
    this.#waiting = again;
  }
}
