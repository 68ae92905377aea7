/**
 * Maximum work without a break, in milliseconds. After it, main handles other events, such as a key press. What Electron does in
 * the same turn of the event loop comes on top: copying 2 MB of an answer takes 10 to 19 ms.
 */
const defaultTurnMs = 3;

/** When the present turn of the event loop began, as far as work has asked; undefined between two turns. */
let turn: number | undefined;

/** Milliseconds of the present turn. All work shares it: the end of one task and the beginning of the next block main together. */
function turnMs(): number {
  const now = performance.now();
  if (turn === undefined) {
    turn = now;
    setImmediate(() => {
      turn = undefined;
    });
  }
  return now - turn;
}

/** Breaks in long work in main, by the clock. */
export class WorkPauses {
  constructor(private readonly maxTurnMs = defaultTurnMs) {
    turnMs();
  }

  /** Whether the present turn has lasted long enough. */
  isDue(): boolean {
    return turnMs() > this.maxTurnMs;
  }

  /** Waits for other events if the present turn has lasted long enough. */
  async afterTurn(): Promise<void> {
    if (this.isDue()) await new Promise(setImmediate);
  }
}
