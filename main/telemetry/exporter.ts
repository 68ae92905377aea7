import type { CallRecord } from '../../preload/contract/call-record';
import { metricsRequest, type Resource, traceRequest } from './otlp';

/** Sends JSON with POST. @returns whether it was accepted */
export type Post = (url: string, body: string) => Promise<boolean>;

/** Maximum number of waiting records. An unreachable Collector must not fill the memory. */
export const maxWaitingRecords = 1_000;
const everyMs = 30_000;
const maxBatchSize = 200;

/**
 * Exports the records of calls to the company's Collector in the background. A lookup never waits for it. Records
 * that cannot be exported are dropped and counted, and the count is exported later.
 */
export class TelemetryExporter {
  #waiting: CallRecord[] = [];
  #lost = 0;
  #left: string | undefined;
  #since: number;
  #sending = false;

  /** @param endpoint base URL of OTLP/HTTP, ending with a slash */
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
    if (this.#waiting.length <= maxWaitingRecords) return;
    this.#waiting.shift();
    this.#lost += 1;
  };

  /** Reports with the next export that this version replaces one that did not start. */
  reportRestored(left: string): void {
    this.#left = left;
  }

  /** Exports every 30 seconds until Ringside quits. */
  start(): void {
    setInterval(() => void this.flush(), everyMs).unref();
  }

  /** Exports the waiting records batch by batch. Records that arrive meanwhile wait for the next export. */
  async flush(): Promise<void> {
    if (this.#sending || (this.#waiting.length === 0 && this.#lost === 0 && !this.#left)) return;
    this.#sending = true;
    try {
      do await this.#send(this.#waiting.splice(0, maxBatchSize));
      while (this.#waiting.length >= maxBatchSize);
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
