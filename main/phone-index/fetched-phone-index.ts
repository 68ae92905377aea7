import type { PhoneIndexState, StudioIndexState } from '../../preload/contract/phone-index';
import type { Problem } from '../../preload/contract/problem';
import type { Studio, StudioRef } from '../../preload/contract/studio';
import { RequestAborted } from '../api/problems';
import { WorkPauses } from '../work-pauses';
import type { Clock } from './clock';
import { type Digest, Digests } from './digests';
import { type IndexFileFault, readIndexFile, type StudioSection } from './index-file';
import { type FetchedFile, FileUnavailable, type IndexFileSource } from './index-file-source';
import { defaultHours, defaultSpreadMinutes } from './local-phone-indexer';
import { PhoneEntries } from './phone-entries';
import { findMatches } from './phone-index';
import type { IndexMatches, PhoneIndexer } from './phone-indexer';

/** Time in which a fetch must make progress, in milliseconds. */
const stalledMs = 60_000;

/** Number of these times after which a fetch ends in any case. */
const maxTurns = 30;

/** Part of an interval by which it varies in both directions, so that desks do not fetch at once. */
const jitter = 0.1;

/** Pause before the second try, in milliseconds: the file and its signature may be in the middle of being replaced. */
const retryMs = 10_000;

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
  /** Minutes over which desks spread their first fetch. */
  spreadMinutes?: number | undefined;
  /** Mean time between two fetches. */
  hours?: number | undefined;
  clock: Clock;
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
  #problem: Problem | undefined;
  /** The fetch that is under way. */
  #running: AbortController | undefined;
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
    const { clock, spreadMinutes = defaultSpreadMinutes, hours = defaultHours } = this.options;
    const never = new AbortController().signal;
    await clock.sleep(clock.random() * spreadMinutes * minuteMs, never);
    for (;;) {
      this.make();
      await clock.sleep(hours * hourMs * (1 - jitter + 2 * jitter * clock.random()), never);
    }
  }

  state(): PhoneIndexState {
    return { mode: 'fetched', studios: this.#studios.map((studio) => this.#stateOf(studio)) };
  }

  #stateOf(studio: StudioRef): StudioIndexState {
    const fetched = this.#fetched.get(studio);
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
    const run = new AbortController();
    this.#running = run;
    this.options.onChange();
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
    this.options.onChange();
  }

  stop(): void {
    this.#running?.abort(new RequestAborted('cancelled'));
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
    this.#studios = studios.map(({ ref }) => ref);
    for (const ref of removed) {
      // The studios share one buffer, so the entries of one are overwritten.
      this.#fetched.get(ref)?.entries.toBytes().fill(0);
      // A studio that comes back needs the file once more.
      if (this.#fetched.delete(ref)) this.#tag = undefined;
    }
    this.options.onChange();
  }

  find(number: string, studios: readonly StudioRef[], region: string | undefined): Promise<IndexMatches> {
    const indexes = studios.map((studio) => {
      const { entries = PhoneEntries.none, country, isComplete = false } = this.#fetched.get(studio) ?? {};
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
      const fetched = await this.#limited(signal);
      if (fetched === 'unchanged') return fetched;
      return await this.#use(fetched, signal);
    } catch (error) {
      return error instanceof FileUnavailable ? error : new FileUnavailable('internal');
    }
  }

  /** Fetches within the time limits. */
  async #limited(signal: AbortSignal): Promise<FetchedFile | 'unchanged'> {
    const late = new AbortController();
    const done = new AbortController();
    let moved = false;
    const watch = async () => {
      for (let turns = 1; ; turns += 1) {
        moved = false;
        await this.options.clock.sleep(stalledMs, done.signal);
        if (done.signal.aborted) return;
        if (!moved || turns === maxTurns) return late.abort(new RequestAborted('timeout'));
      }
    };
    void watch();
    try {
      return await this.options.source(this.#tag, AbortSignal.any([signal, late.signal]), () => {
        moved = true;
      });
    } finally {
      done.abort();
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
    this.#fetched = studios;
    this.#tag = tag;
    return 'new';
  }
}
