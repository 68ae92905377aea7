import { RequestAborted } from './problems';

/**
 * Cancels the older request of a kind when a newer one starts. An answer that nobody waits for uses neither the
 * network nor the studio's quota.
 */
export class LatestRequests {
  readonly #running = new Map<string, AbortController>();

  async run<T>(slot: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.cancel(slot);
    const controller = new AbortController();
    this.#running.set(slot, controller);
    try {
      return await work(controller.signal);
    } finally {
      for (const [now, running] of this.#running) if (running === controller) this.#running.delete(now);
    }
  }

  /** Moves the request that runs in a slot to another one, and cancels that of the other. */
  move(from: string, to: string): void {
    this.cancel(to);
    const moved = this.#running.get(from);
    this.#running.delete(from);
    if (moved) this.#running.set(to, moved);
  }

  cancel(slot: string): void {
    this.#running.get(slot)?.abort(new RequestAborted('cancelled'));
  }

  cancelAll(): void {
    for (const slot of this.#running.keys()) this.cancel(slot);
  }
}
