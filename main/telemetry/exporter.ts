import type { CallRecord } from '../../preload/contract/call-record';
import { metricsRequest, type Resource, traceRequest } from './otlp';

/** Posts JSON. @returns whether it was taken */
export type Post = (url: string, body: string) => Promise<boolean>;

/** Records that wait; a Collector that is away must not fill the memory of a desk. */
export const mostWaiting = 1_000;
const everyMs = 30_000;
const mostInOne = 200;

/**
 * Hands the records of calls to the company's own Collector, in the background. A lookup never waits for it; what could not be
 * handed over is dropped and counted, and the count is handed over with the next.
 */
export class TelemetryExporter {
  #waiting: CallRecord[] = [];
  #lost = 0;
  #left: string | undefined;
  #since: number;
  #sending = false;

  /** @param endpoint base of OTLP/HTTP, with a slash at its end */
  constructor(
    private readonly endpoint: string,
    private readonly resource: Resource,
    private readonly post: Post,
    private readonly now: () => number = Date.now,
  ) {
    this.#since = now();
  }

  readonly add = (record: CallRecord): void => {
    this.#waiting.push(record);
    if (this.#waiting.length <= mostWaiting) return;
    this.#waiting.shift();
    this.#lost += 1;
  };

  /** Says that this version stands in for one that did not start, with the next that is handed over. */
  wentBack(left: string): void {
    this.#left = left;
  }

  /** Hands over every half minute for as long as Ringside runs. */
  start(): void {
    setInterval(() => void this.flush(), everyMs).unref();
  }

  /** Hands over what waits, one batch after the other; what comes meanwhile waits for the next time. */
  async flush(): Promise<void> {
    if (this.#sending || (this.#waiting.length === 0 && this.#lost === 0 && !this.#left)) return;
    this.#sending = true;
    try {
      do await this.#send(this.#waiting.splice(0, mostInOne));
      while (this.#waiting.length >= mostInOne);
    } finally {
      this.#sending = false;
    }
  }

  async #send(batch: CallRecord[]): Promise<void> {
    const [from, to, lost, left] = [this.#since, this.now(), this.#lost, this.#left];
    this.#since = to;
    const metrics = metricsRequest(batch, lost, left, this.resource, { from, to });
    const taken = await Promise.all([
      batch.length === 0 || this.#posted('v1/traces', traceRequest(batch, this.resource)),
      this.#posted('v1/metrics', metrics),
    ]);
    if (taken[1]) {
      this.#lost -= lost;
      this.#left = undefined;
    }
    if (!taken.every(Boolean)) this.#lost += batch.length;
  }

  async #posted(path: string, request: object): Promise<boolean> {
    try {
      return await this.post(this.endpoint + path, JSON.stringify(request));
    } catch {
      return false;
    }
  }
}
