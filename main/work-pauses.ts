/** Maximum work without a break, in milliseconds. After it, main handles other events, such as a key press. */
const maxTurnMs = 8;

/** Breaks in long work in main, by the clock. */
export class WorkPauses {
  #turn = performance.now();

  /** Waits for other events if the present turn has lasted long enough. */
  async afterTurn(): Promise<void> {
    if (performance.now() - this.#turn <= maxTurnMs) return;
    await new Promise(setImmediate);
    this.#turn = performance.now();
  }
}
