/** Calls `work` at most once per pause, at its end, with what was added in the meantime. */
export class Throttle<T> {
  #timer: NodeJS.Timeout | undefined;
  #added: T[] = [];

  /** @param pauseMs in milliseconds */
  constructor(
    private readonly pauseMs: number,
    private readonly work: (added: T[]) => void,
  ) {}

  add(value: T): void {
    this.#added.push(value);
    this.#timer ??= setTimeout(() => {
      const added = this.#added;
      this.end();
      this.work(added);
    }, this.pauseMs);
  }

  /** Drops what was added and not passed on. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#added = [];
  }
}
