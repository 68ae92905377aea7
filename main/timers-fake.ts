import type { Timers } from './timers';

/** Timers of a test, which decides when time passes. */
export class FakeTimers implements Timers {
  now = 0;
  #due: { at: number; work: () => void }[] = [];

  after(ms: number, work: () => void) {
    const entry = { at: this.now + ms, work };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((each) => each !== entry);
    };
  }
  random = () => 0.5;

  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await settled();
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due = this.#due.filter((each) => each !== next);
      this.now = next.at;
      next.work();
    }
    this.now = end;
    await settled();
  }
}

/** Lets all pending promises continue. */
const settled = () => new Promise<void>((done) => setImmediate(done));
