import type { PhoneIndexState, StudioIndexState } from '../../preload/contract/phone-index';
import type { Problem } from '../../preload/contract/problem';
import type { Studio, StudioRef } from '../../preload/contract/studio';
import { RequestAborted } from '../api/problems';
import { WorkPauses } from '../work-pauses';
import { type Digest, Digests } from './digests';
import { fetchWithLimits } from './fetch-limits';
import { type IndexFileFault, readIndexFile, type StudioSection } from './index-file';
import { type FetchedFile, FileUnavailable, type IndexFileSource } from './index-file-source';
import { PhoneEntries } from './phone-entries';
import { findMatches } from './phone-index';
import type { IndexMatches, PhoneIndexer } from './phone-indexer';
import { about, isOutdated, lifetimeMs, minuteMs, type Schedule, untilFirst } from './schedule';

/** Pause before the second try, in milliseconds: the file and its signature may be in the middle of being replaced. */
const retryMs = 10_000;

/**
 * Minimum time between two fetches, in milliseconds. SECURITY: a page that deletes the index and fetches it in turn would
 * otherwise download without end.
 */
const pauseMs = minuteMs;

/** What became of a fetch; a fault and a detail say why the file is not used. `older`: than one of this session. */
export type FetchResult = 'new' | 'unchanged' | 'older' | IndexFileFault | FileUnavailable;

export interface FetchedIndexOptions extends Schedule {
  source: IndexFileSource;
  /** Key of the digests. */
  key: Uint8Array;
  /** Ed25519 key that verifies the file: base64 of its DER (SPKI). */
  publicKey: string;
  /** Called when the state has changed. */
  onChange: () => void;
  /** Called at the end of a fetch, with what became of it. */
  onFetched: (result: string) => void;
}

/** A studio of the file that is in use. */
type FetchedStudio = Omit<StudioSection, 'studio' | 'entries'> & { entries: PhoneEntries };

/** Telephone index that the company makes once for all desks. The last usable file is searched until a newer one is whole. */
export class FetchedPhoneIndex implements PhoneIndexer {
  /** The studios of the desk. */
  #studios: readonly StudioRef[];
  #fetched = new Map<StudioRef, FetchedStudio>();
  /** Version of the file in use. */
  #tag: string | undefined;
  /** When the newest file of this session was made. */
  #madeAt = 0;
  #problem: Problem | undefined;
  /** The fetch that is under way or waits for its time. */
  #running: { end: AbortController; isWaiting: boolean } | undefined;
  /** When the last fetch began. */
  #begunAt: number | undefined;
  readonly #digests: Digests;

  constructor(
    private readonly options: FetchedIndexOptions,
    studios: readonly Studio[],
  ) {
    this.#digests = new Digests(options.key);
    this.#studios = studios.map(({ ref }) => ref);
    void this.#repeat();
  }

  /** Fetches the file within the first minutes and then every few hours, for as long as the app runs. */
  async #repeat(): Promise<void> {
    const never = new AbortController().signal;
    await untilFirst(this.options, never);
    for (;;) {
      this.make();
      await about(lifetimeMs(this.options), this.options, never);
    }
  }

  state(): PhoneIndexState {
    return { mode: 'fetched', studios: this.#studios.map((studio) => this.#stateOf(studio)) };
  }

  #stateOf(studio: StudioRef): StudioIndexState {
    const fetched = this.#fetched.get(studio);
    const problem = this.#problem && { problem: this.#problem };
    if (!fetched) {
      return { studio, state: this.#stateWithout(problem), customers: 0, ...problem };
    }
    const { customers, madeAt, isComplete } = fetched;
    const age = isOutdated(madeAt, this.options) && { isOutdated: true as const };
    if (isComplete) return { studio, state: 'complete', customers, madeAt, ...age, ...problem };
    const incomplete: Problem = { kind: 'phoneIndexFile', detail: 'incomplete', studio };
    return { studio, state: 'failed', customers, problem: this.#problem ?? incomplete };
  }

  /** The state of a studio that is not in the file in use, if there is one. */
  #stateWithout(problem: { problem: Problem } | undefined): StudioIndexState['state'] {
    if (this.#running) return this.#running.isWaiting ? 'waiting' : 'running';
    return problem ? 'failed' : 'missing';
  }

  /** Fetches the file, which is of all studios: now, or when the last fetch is a minute old. */
  make(): void {
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    const { clock, onChange } = this.options;
    const wait = (this.#begunAt ?? -pauseMs) + pauseMs - clock.now();
    const run = { end: new AbortController(), isWaiting: wait > 0 };
    this.#running = run;
    onChange();
    if (wait > 0) {
      await clock.sleep(wait, run.end.signal);
      if (this.#running !== run) return;
      run.isWaiting = false;
      onChange();
    }
    this.#begunAt = clock.now();
    const result = await this.#fetch(run.end.signal);
    // After stop() another fetch may already be under way.
    if (this.#running === run) this.#ended(result);
  }

  #ended(result: FetchResult): void {
    this.#running = undefined;
    const isUsable = result === 'new' || result === 'unchanged';
    const detail = result instanceof FileUnavailable ? result.detail : result;
    this.#problem = isUsable ? undefined : { kind: 'phoneIndexFile', detail };
    this.options.onFetched(detail);
    this.options.onChange();
  }

  stop(): void {
    this.#running?.end.abort(new RequestAborted('cancelled'));
    this.#running = undefined;
    this.options.onChange();
  }

  forget(): void {
    this.#fetched.clear();
    this.#tag = undefined;
    this.#problem = undefined;
    this.stop();
  }

  /** The file costs no request to the API, so a lookup does not pause it. */
  lookupBegan(): void {}

  studiosChanged(studios: readonly Studio[]): void {
    const removed = this.#studios.filter((ref) => !studios.some((studio) => studio.ref === ref));
    const added = studios.filter(({ ref }) => !this.#studios.includes(ref));
    this.#studios = studios.map(({ ref }) => ref);
    for (const ref of removed) {
      // The studios share one buffer, so the entries of one are overwritten.
      this.#fetched.get(ref)?.entries.toBytes().fill(0);
      // A studio that comes back needs the file once more.
      if (this.#fetched.delete(ref)) this.#tag = undefined;
    }
    if (this.#begunAt !== undefined && added.some(({ ref }) => !this.#fetched.has(ref))) this.make();
    this.options.onChange();
  }

  find(number: string, studios: readonly StudioRef[], region: string | undefined): Promise<IndexMatches> {
    const indexes = studios.map((studio) => {
      const fetched = this.#fetched.get(studio);
      const isComplete = (fetched?.isComplete && !isOutdated(fetched.madeAt, this.options)) ?? false;
      const { entries = PhoneEntries.none, country } = fetched ?? {};
      return { studio, country, find: (digest: Digest) => entries.find(digest), isComplete };
    });
    return findMatches(number, indexes, this.#digests, region);
  }

  /** Fetches the file, and once more where its signature does not match. */
  async #fetch(signal: AbortSignal): Promise<FetchResult> {
    const first = await this.#fetchOnce(signal);
    if (first !== 'notSigned') return first;
    await this.options.clock.sleep(retryMs, signal);
    return signal.aborted ? first : this.#fetchOnce(signal);
  }

  async #fetchOnce(signal: AbortSignal): Promise<FetchResult> {
    try {
      const { source, clock } = this.options;
      const tag = this.#tag;
      const fetched = await fetchWithLimits(source, clock, tag, signal);
      // A studio was removed meanwhile, and its entries with it: now the whole file is wanted.
      if (fetched === 'unchanged') return this.#tag === tag ? fetched : this.#fetchOnce(signal);
      return await this.#use(fetched, signal);
    } catch (error) {
      return error instanceof FileUnavailable ? error : new FileUnavailable('internal');
    }
  }

  /** Replaces the file in use by one that is verified and whole. */
  async #use({ content, signature, tag }: FetchedFile, signal: AbortSignal): Promise<FetchResult> {
    const read = readIndexFile(content, signature, this.options);
    if ('fault' in read) return read.fault;
    // SECURITY: its signature is valid for ever, so that it could be replayed to hide new customers.
    if (read.file.madeAt < this.#madeAt) return 'older';
    const studios = new Map<StudioRef, FetchedStudio>();
    const pauses = new WorkPauses();
    for (const { studio, entries: bytes, ...section } of read.file.studios) {
      const entries = PhoneEntries.fromBytes(bytes);
      if (!entries) return 'malformed';
      studios.set(studio, { ...section, entries });
      await pauses.afterTurn();
    }
    if (signal.aborted) return new FileUnavailable('cancelled');
    this.#fetched = studios;
    this.#tag = tag;
    this.#madeAt = read.file.madeAt;
    return 'new';
  }
}
