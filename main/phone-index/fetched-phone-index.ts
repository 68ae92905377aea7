import type { PhoneIndexState, StudioIndexState } from '../../preload/contract/phone-index';
import type { Problem } from '../../preload/contract/problem';
import type { Studio, StudioRef } from '../../preload/contract/studio';
import { RequestAborted } from '../api/problems';
import type { Timers } from '../timers';
import { WorkPauses } from '../work-pauses';
import { Digests } from './digests';
import { type IndexFileFault, readIndexFile, type StudioSection } from './index-file';
import { type FetchedFile, FileUnavailable, type IndexFileSource } from './index-file-source';
import { type IndexedStudio, searchIndex } from './index-search';
import { PhoneEntries } from './phone-entries';
import type { IndexMatches, PhoneIndexer } from './phone-indexer';

/** Time limit without progress, in milliseconds. */
const stalledMs = 60_000;

/** Time limit of a fetch, in milliseconds. */
const totalMs = 30 * 60_000;

/** Part of an interval by which it varies in both directions, so that desks do not fetch at once. */
const jitter = 0.1;

/** Pause before the second try, in milliseconds: the file and its signature may be in the middle of being replaced. */
const retryMs = 30_000;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What became of a fetch; a fault and a detail say why the file is not used. */
export type FetchResult = 'new' | 'unchanged' | IndexFileFault | FileUnavailable;

export interface FetchedIndexOptions {
  source: IndexFileSource;
  /** Key of the digests. */
  key: Uint8Array;
  /** Ed25519 key that verifies the file: base64 of its DER (SPKI). */
  publicKey: string;
  studios: () => readonly Studio[];
  onChange: (state: PhoneIndexState) => void;
  /** Called at the end of every fetch. */
  onFetched: (result: string) => void;
  /** Minutes over which desks spread their first fetch. */
  spreadMinutes: number;
  /** Mean time between two fetches. */
  hours: number;
  timers: Timers;
}

/** A studio of the file that is in use. */
interface FetchedStudio extends IndexedStudio, Pick<StudioSection, 'customers' | 'madeAt'> {}

/** Telephone index that the company makes once for all desks. The last usable file is searched until a newer one is whole. */
export class FetchedPhoneIndex implements PhoneIndexer {
  #studios: ReadonlyMap<StudioRef, FetchedStudio> = new Map();
  /** Version of the file in use. */
  #tag: string | undefined;
  #problem: Problem | undefined;
  /** The fetch that is under way. */
  #running: AbortController | undefined;
  #cancelNext: () => void = () => undefined;
  readonly #digests: Digests;

  constructor(private readonly options: FetchedIndexOptions) {
    this.#digests = new Digests(options.key);
  }

  /** Fetches the file within the first minutes and then every few hours until Ringside quits. */
  start(): void {
    const { timers, spreadMinutes } = this.options;
    this.#fetchAfter(timers.random() * spreadMinutes * minuteMs);
  }

  #fetchAfter(ms: number): void {
    this.#cancelNext();
    this.#cancelNext = this.options.timers.after(ms, () => this.make());
  }

  state(): PhoneIndexState {
    return { mode: 'fetched', studios: this.options.studios().map(({ ref }) => this.#stateOf(ref)) };
  }

  #stateOf(studio: StudioRef): StudioIndexState {
    const fetched = this.#studios.get(studio);
    const problem = this.#problem && { problem: this.#problem };
    if (!fetched) {
      const state = this.#running ? 'running' : problem ? 'failed' : 'missing';
      return { studio, state, customers: 0, ...problem };
    }
    const { customers, madeAt, isComplete } = fetched;
    if (isComplete) return { studio, state: 'complete', customers, madeAt, ...problem };
    const incomplete: Problem = { kind: 'phoneIndexFile', detail: 'incomplete', studio };
    return { studio, state: 'failed', customers, problem: this.#problem ?? incomplete };
  }

  /** Fetches the file now. It is of all studios. */
  make(): void {
    if (this.#running) return;
    const { hours, timers } = this.options;
    this.#fetchAfter(hours * hourMs * (1 + jitter * (2 * timers.random() - 1)));
    const run = new AbortController();
    this.#running = run;
    this.#changed();
    void this.#fetch(run.signal).then((result) => {
      // After stop() another fetch may already be under way.
      if (this.#running === run) this.#ended(result);
    });
  }

  #ended(result: FetchResult): void {
    this.#running = undefined;
    const isUsable = result === 'new' || result === 'unchanged';
    const detail = result instanceof FileUnavailable ? result.detail : result;
    this.#problem = isUsable ? undefined : { kind: 'phoneIndexFile', detail };
    this.options.onFetched(detail);
    this.#changed();
  }

  stop(): void {
    this.#running?.abort(new RequestAborted('cancelled'));
    this.#running = undefined;
    this.#changed();
  }

  forget(): void {
    this.#studios = new Map();
    this.#tag = undefined;
    this.stop();
  }

  /** The file costs no request to the API, so a lookup does not pause it. */
  lookupBegan(): void {}

  find(number: string, studios: readonly StudioRef[], region: string | undefined): Promise<IndexMatches> {
    return searchIndex(this.#studios, this.#digests, number, studios, region);
  }

  /** Fetches the file, and once more where its signature does not match. */
  async #fetch(signal: AbortSignal): Promise<FetchResult> {
    const first = await this.#fetchOnce(signal);
    if (first !== 'notSigned') return first;
    await this.#pause(retryMs, signal);
    return signal.aborted ? first : this.#fetchOnce(signal);
  }

  async #fetchOnce(signal: AbortSignal): Promise<FetchResult> {
    try {
      const fetched = await this.#limited(signal);
      if (fetched === 'unchanged') return fetched;
      return await this.#use(fetched, signal);
    } catch (error) {
      return error instanceof FileUnavailable ? error : new FileUnavailable('internal');
    }
  }

  /** Fetches within the time limits. */
  async #limited(signal: AbortSignal): Promise<FetchedFile | 'unchanged'> {
    const { source, timers } = this.options;
    const late = new AbortController();
    const end = () => late.abort(new RequestAborted('timeout'));
    const cancelTotal = timers.after(totalMs, end);
    let cancelStalled = timers.after(stalledMs, end);
    try {
      return await source(this.#tag, AbortSignal.any([signal, late.signal]), () => {
        cancelStalled();
        cancelStalled = timers.after(stalledMs, end);
      });
    } finally {
      cancelStalled();
      cancelTotal();
    }
  }

  /** Replaces the file in use by one that is verified and whole. */
  async #use({ content, signature, tag }: FetchedFile, signal: AbortSignal): Promise<FetchResult> {
    const read = readIndexFile(content, signature, this.options);
    if ('fault' in read) return read.fault;
    const studios = new Map<StudioRef, FetchedStudio>();
    const pauses = new WorkPauses();
    for (const { studio, entries: bytes, ...section } of read.file.studios) {
      const entries = PhoneEntries.fromBytes(bytes);
      if (!entries) return 'malformed';
      studios.set(studio, { ...section, entries });
      await pauses.afterTurn();
    }
    if (signal.aborted) return new FileUnavailable('cancelled');
    this.#studios = studios;
    this.#tag = tag;
    return 'new';
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.options.timers.after(ms, resolve);
      signal.addEventListener(
        'abort',
        () => {
          cancel();
          resolve();
        },
        { once: true },
      );
    });
  }

  #changed(): void {
    this.options.onChange(this.state());
  }
}
