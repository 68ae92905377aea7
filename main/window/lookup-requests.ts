/** Lookups that are asked for from outside: they wait until there is a page that can take them. */
export class LookupRequests {
  #waiting: string | undefined;
  #pageReady = false;
  #mayComeForward = false;

  /** @param tell hands a lookup to the page */
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

  /** SECURITY: a lookup from outside brings the window forward once; a page by itself never does. */
  comesForward(): boolean {
    const may = this.#mayComeForward;
    this.#mayComeForward = false;
    return may;
  }

  /** The page is there: what has waited for it, told once, so that a page that is loaded again starts empty. */
  pageStarted(): string | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#pageReady = true;
    return waiting;
  }

  /** @param again what the next page begins with */
  pageGone(again?: string): void {
    this.#pageReady = false;
    this.#waiting = again;
  }
}
