/** Maximum work without a break, in milliseconds. After it, main handles other events, such as a key press. */
const defaultTurnMs = 8;

/** The same for work in the background, for which nobody waits. */
export const backgroundTurnMs = 4;

/** Breaks in long work in main, by the clock. */
export class WorkPauses {
  #turn = performance.now();

  constructor(private readonly maxTurnMs = defaultTurnMs) {}

  /** Waits for other events if the present turn has lasted long enough. */
  async afterTurn(): Promise<void> {
    if (performance.now() - this.#turn <= this.maxTurnMs) return;
    await new Promise(setImmediate);
    this.#turn = performance.now();
  }
}
