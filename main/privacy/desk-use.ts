import type { InputEvent } from 'electron';

/** Input of a person. A pointer that enters or leaves may be that of a window that moves. */
const inputs: ReadonlySet<InputEvent['type']> = new Set([
  'rawKeyDown',
  'keyDown',
  'mouseDown',
  'mouseMove',
  'mouseWheel',
  'touchStart',
  'touchMove',
]);

/** When the desk was used last. A remote-controlled desktop reports no input to the system, but the window receives it. */
export class DeskUse {
  #input: number;
  #last: number;

  constructor(private readonly now: () => number = () => Date.now()) {
    this.#input = now();
    this.#last = this.#input;
  }

  /** Time of the last use, in milliseconds since the epoch. */
  get last(): number {
    return this.#last;
  }

  /** Time of the last input that main has seen in the window, in milliseconds since the epoch; at first that of the start. */
  get lastInput(): number {
    return this.#input;
  }

  /** Chromium is about to give input to the page. */
  inputSeen({ type }: Pick<InputEvent, 'type'>): void {
    if (inputs.has(type)) this.#input = this.now();
  }

  /**
   * The page reports a use: input during the countdown, or a lookup. SECURITY: it counts from the last input that main has
   * seen, so that the page cannot keep the desk from being cleared.
   */
  reported(): void {
    this.#last = Math.max(this.#last, this.#input);
  }

  /** A lookup or a new call was requested from outside, such as by the telephone system. */
  requestArrived(): void {
    this.#last = this.now();
  }
}
