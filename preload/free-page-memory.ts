import type { Channel } from './contract/calls';

/** Time without an answer of main after which the first customer is on screen, in milliseconds. */
const quietMs = 500;

/**
 * Frees what the start and the first customer have left in the page: V8's garbage, and tiles and caches that nothing uses. Once
 * for each page, because what is used again has to be made again (docs/performance.md).
 */
export class PageMemory {
  #state: 'start' | 'opened' | 'freed' = 'start';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param free does what the system asks for when it is short of memory */
  constructor(private readonly free: () => void) {}

  called(channel: Channel): void {
    if (channel === 'desk:opened' && this.#state === 'start') this.#state = 'opened';
  }

  answered(): void {
    if (this.#state !== 'opened') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#state = 'freed';
      this.free();
    }, quietMs);
  }
}
