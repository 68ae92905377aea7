/** An event that may come before there is a listener: the latest one waits for it. */
export class HeldEvent<T> {
  #waiting: { value: T } | undefined;
  #listener: ((value: T) => void) | undefined;

  happened(value: T): void {
    if (this.#listener) this.#listener(value);
    else this.#waiting = { value };
  }

  /** The event that waits, which no listener gets then. */
  take(): T | undefined {
    const value = this.#waiting?.value;
    this.#waiting = undefined;
    return value;
  }

  listen(listener: (value: T) => void): void {
    this.#listener = listener;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) listener(waiting.value);
  }
}
