import { randomBytes } from 'node:crypto';
import type { PhoneIndexState, StudioIndexState } from '../../preload/contract/phone-index';
import type { Problem } from '../../preload/contract/problem';
import type { Studio, StudioRef } from '../../preload/contract/studio';
import { Digests, digestKeyBytes } from './digests';
import { type BuildParts, IndexBuilder, type WholeIndex } from './index-builder';
import { IndexPace } from './index-pace';
import { findMatches } from './phone-index';
import type { IndexMatches, PhoneIndexer } from './phone-indexer';
import {
  about,
  hourMs,
  isOutdated,
  jitter,
  lifetimeMs,
  minuteMs,
  type Schedule,
  untilFirst,
} from './schedule';

/** Part of the hours after which the background looks what is due: an index that is old, failed or missing. */
const roundPart = 1 / 8;

/** Age up to which an index that is asked for is not made again, in milliseconds. */
const freshMs = 5 * minuteMs;

/** Age after which an index that is made on demand no longer counts as complete, in milliseconds. */
const maxDemandedAgeMs = 24 * hourMs;

export interface LocalIndexOptions
  extends Schedule,
    Pick<BuildParts, 'client' | 'startReading' | 'also' | 'region'> {
  mode: 'onDemand' | 'inBackground';
  requestsPerMinute?: number | undefined;
  /** Called when the state has changed, as often as it does. */
  onChange: () => void;
}

/** What is known of one studio. */
interface StudioIndex {
  studio: Studio;
  whole?: WholeIndex & { customers: number; madeAt: number };
  /** The index that is being made, or that was stopped or failed. */
  builder?: IndexBuilder | undefined;
  /** Why the last one failed. */
  failed?: Problem | undefined;
}

/** The telephone index that this desktop makes itself, of one studio at a time. SECURITY: it exists in main's memory alone. */
export class LocalPhoneIndexer implements PhoneIndexer {
  readonly #studios = new Map<StudioRef, StudioIndex>();
  readonly #pace: IndexPace;
  #digests = newDigests();
  #queue: StudioRef[] = [];
  #running: { index: StudioIndex; controller: AbortController } | undefined;
  /** Whether the random delay after the start is over. */
  #hasBegun = false;

  constructor(
    private readonly options: LocalIndexOptions,
    studios: readonly Studio[],
  ) {
    this.#pace = new IndexPace(options.clock, options.requestsPerMinute);
    this.studiosChanged(studios);
    if (options.mode === 'inBackground') void this.#repeat();
  }

  state(): PhoneIndexState {
    return {
      mode: this.options.mode,
      studios: [...this.#studios].map(([ref, index]) => this.#stateOf(ref, index)),
    };
  }

  make(studios: readonly StudioRef[]): void {
    const now = this.options.clock.now();
    const asked = studios.filter((ref) => {
      const index = this.#studios.get(ref);
      return index && this.#running?.index !== index && (index.whole?.madeAt ?? 0) + freshMs <= now;
    });
    // The agent waits for these, so they come before the studios of the background.
    this.#queue = [...new Set([...asked, ...this.#queue])];
    this.#start();
  }

  stop(): void {
    this.#queue = [];
    this.#running?.controller.abort();
    this.options.onChange();
  }

  forget(): void {
    this.stop();
    // SECURITY: without the key, a copy of the digests in the memory tells nothing.
    this.#digests = newDigests();
    for (const [ref, { studio }] of this.#studios) this.#studios.set(ref, { studio });
    this.options.onChange();
  }

  lookupBegan(): void {
    this.#pace.lookupBegan();
  }

  studiosChanged(studios: readonly Studio[]): void {
    const before = new Map(this.#studios);
    this.#studios.clear();
    for (const studio of studios) {
      const { ref, formerRef = '' } = studio;
      const [same, former] = [before.get(ref), before.get(formerRef)];
      const wasDue = this.#queue.includes(formerRef) || (former && this.#running?.index === former);
      if (!same && (former ? wasDue : this.#hasBegun)) this.#queue.push(ref);
      // A studio whose ID the API has supplied keeps its index under the new reference.
      this.#studios.set(ref, same ?? { ...former, studio, builder: undefined });
    }
    this.#queue = this.#queue.filter((ref) => this.#studios.has(ref));
    const running = this.#running?.index;
    if (running && this.#studios.get(running.studio.ref) !== running) this.#running?.controller.abort();
    this.#start();
    this.options.onChange();
  }

  async find(
    number: string,
    studios: readonly StudioRef[],
    region: string | undefined,
  ): Promise<IndexMatches> {
    const indexes = studios.map((studio) => {
      const { whole, builder } = this.#studios.get(studio) ?? {};
      return {
        studio,
        country: builder?.country ?? whole?.country,
        // The old index is searched until the new one is whole.
        find: (digest: Parameters<IndexBuilder['find']>[0]) => [
          ...(whole?.entries.find(digest) ?? []),
          ...(builder?.find(digest) ?? []),
        ],
        isComplete: whole !== undefined && !this.#isOutdated(whole),
      };
    });
    return findMatches(number, indexes, this.#digests, region);
  }

  /** Makes the index of all studios after the start and every few hours, for as long as the app runs. */
  async #repeat(): Promise<void> {
    const { clock } = this.options;
    const never = new AbortController().signal;
    await untilFirst(this.options, never);
    this.#hasBegun = true;
    for (;;) {
      const old = clock.now() - this.#lifetimeMs * (1 - jitter);
      const due = [...this.#studios].filter(([, { whole }]) => !whole || whole.madeAt <= old);
      // In a random order, so that desktops do not ask the same studio at once.
      const order = due.map(([ref]) => ({ ref, at: clock.random() })).sort((a, b) => a.at - b.at);
      this.#queue = [...new Set([...this.#queue, ...order.map(({ ref }) => ref)])];
      this.#queue = this.#queue.filter((ref) => this.#studios.get(ref) !== this.#running?.index);
      this.#start();
      await about(this.#lifetimeMs * roundPart, this.options, never);
    }
  }

  get #lifetimeMs(): number {
    return lifetimeMs(this.options);
  }

  /** Whether customers may be missing who have joined since. */
  #isOutdated({ madeAt }: { madeAt: number }): boolean {
    const { mode, clock } = this.options;
    return mode === 'onDemand' ? clock.now() - madeAt >= maxDemandedAgeMs : isOutdated(madeAt, this.options);
  }

  #start(): void {
    if (!this.#running && this.#queue.length > 0) void this.#work();
  }

  async #work(): Promise<void> {
    for (let ref = this.#queue.shift(); ref !== undefined; ref = this.#queue.shift()) {
      const index = this.#studios.get(ref);
      if (!index) continue;
      const controller = new AbortController();
      this.#running = { index, controller };
      index.failed = undefined;
      await this.#make(index, controller.signal).catch(() => {
        index.failed = { kind: 'internal', studio: ref };
      });
      this.#running = undefined;
      this.options.onChange();
    }
  }

  async #make(index: StudioIndex, signal: AbortSignal): Promise<void> {
    const { clock, onChange } = this.options;
    const { builder: stopped } = index;
    const goesOn = stopped && !stopped.isBroken && clock.now() - stopped.startedAt < this.#lifetimeMs;
    const parts = { ...this.options, pace: this.#pace, digests: this.#digests };
    const builder = goesOn ? stopped : new IndexBuilder(index.studio, parts, clock.now());
    index.builder = builder;
    onChange();
    const outcome = await builder.run(signal);
    if (outcome.ok) {
      index.whole = { ...outcome.value, customers: builder.customers, madeAt: clock.now() };
      index.builder = undefined;
    } else if (!signal.aborted) index.failed = outcome.problem;
  }

  #stateOf(ref: StudioRef, index: StudioIndex): StudioIndexState {
    const { whole, builder, failed } = index;
    const problem = failed ?? builder?.pausedBy ?? whole?.problem;
    return {
      studio: ref,
      state: this.#stepOf(ref, index),
      customers: builder?.customers ?? whole?.customers ?? 0,
      ...(problem && { problem }),
      ...(whole && { madeAt: whole.madeAt }),
      ...(whole && this.#isOutdated(whole) && { isOutdated: true }),
    };
  }

  #stepOf(ref: StudioRef, index: StudioIndex): StudioIndexState['state'] {
    if (this.#running?.index === index) return index.builder?.isPaused ? 'paused' : 'running';
    if (this.#queue.includes(ref)) return 'waiting';
    if (index.failed) return 'failed';
    return index.whole ? 'complete' : 'missing';
  }
}

function newDigests(): Digests {
  return new Digests(randomBytes(digestKeyBytes));
}
