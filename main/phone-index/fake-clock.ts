import type { Clock } from './clock';

/** Clock of a test, which decides when time passes. */
export class FakeClock implements Clock {
  #now = 0;
  #due: { at: number; end: () => void }[] = [];

  now = () => this.#now;
  random = () => 0.5;
  sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const end = () => {
        signal.removeEventListener('abort', end);
        resolve();
      };
      this.#due.push({ at: this.#now + ms, end });
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    });

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settled();
      const next = this.#due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due = this.#due.filter((each) => each !== next);
      this.#now = next.at;
      next.end();
    }
    this.#now = until;
    await settled();
  }
}

/** Lets all pending promises continue. */
const settled = () => new Promise<void>((done) => setImmediate(done));
