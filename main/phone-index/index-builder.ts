import type { CustomerId } from '../../preload/contract/domain';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { hasLocalId, type Studio } from '../../preload/contract/studio';
import type { ApiClient } from '../api/client';
import { maxSliceSize, minSliceSize, type SliceStatus } from '../api/customer-slices';
import type { Digest, Digests } from './digests';
import { GrowingEntries } from './growing-entries';
import { type IndexPace, isTemporary } from './index-pace';
import type { SliceReader, StartSliceReading } from './indexed-slice';
import type { PhoneEntries } from './phone-entries';
import { SliceChecks } from './slice-checks';

/** Maximum number of failures in a row, about a minute without a limit of the API: other studios wait meanwhile. */
const maxFailures = 5;

/** Maximum number of requests for the country of a studio. */
const maxCountryRequests = 3;

/** What an index is made with. */
export interface BuildParts {
  client: Pick<ApiClient, 'customerSlice' | 'studioCountry'>;
  pace: Pick<IndexPace, 'turn' | 'afterFailure'>;
  digests: Pick<Digests, 'key'>;
  startReading: StartSliceReading;
  /** Status of the customers beside members. */
  also: readonly Exclude<SliceStatus, 'MEMBER'>[];
  /** ISO code of the country of the desk. */
  region: string | undefined;
  /** Called after each step. */
  onChange: () => void;
}

/** A studio's index that is whole. */
export interface WholeIndex {
  entries: PhoneEntries;
  /** ISO code of the studio's country, where the API says it. */
  country: string | undefined;
  /** Why customers of another status are missing. */
  problem?: Problem;
}

/**
 * Makes the index of one studio: members first, then customers of another status. It can be stopped, and goes on where it
 * stood; what was read so far can be searched.
 */
export class IndexBuilder {
  /** Number of customers that were read. */
  customers = 0;
  /** Whether it waits for a lookup to end, or after a failure. */
  isPaused = false;
  /** Why it waits, unless for a lookup. */
  pausedBy: Problem | undefined;
  /** Whether the API contradicted itself, so that going on makes no sense. */
  isBroken = false;
  country: string | undefined;
  readonly #entries = new GrowingEntries();
  readonly #checks = new SliceChecks();
  readonly #statuses: SliceStatus[];
  #offset: string | undefined;
  #size = maxSliceSize;
  #askedCountry = false;
  #problem: Problem | undefined;

  constructor(
    readonly studio: Studio,
    private readonly parts: BuildParts,
    /** In milliseconds since the epoch. */
    readonly startedAt: number,
  ) {
    this.#statuses = ['MEMBER', ...parts.also];
  }

  find(digest: Digest): CustomerId[] {
    return this.#entries.find(digest);
  }

  /** What was read so far, after a failure. */
  entriesSoFar(): Promise<PhoneEntries> {
    return this.#entries.whole();
  }

  /** Reads all customers. After an abort or a failure it can be called again, unless it is broken. */
  async run(signal: AbortSignal): Promise<Outcome<WholeIndex>> {
    const reading = this.parts.startReading(this.parts.digests.key);
    try {
      return await this.#run(reading.read, signal);
    } finally {
      reading.end();
    }
  }

  async #run(read: SliceReader, signal: AbortSignal): Promise<Outcome<WholeIndex>> {
    let failures = 0;
    for (let status = this.#statuses[0]; status; status = this.#statuses[0]) {
      await this.#turn(signal);
      if (!this.#askedCountry && !signal.aborted) await this.#askCountry(signal);
      const input = { status, size: this.#size, offset: this.#offset };
      const context = {
        size: this.#size,
        studioId: hasLocalId(this.studio) ? undefined : this.studio.id,
        countries: [this.country, this.parts.region],
      };
      const outcome = signal.aborted
        ? fail({ kind: 'cancelled' })
        : await this.parts.client.customerSlice(this.studio.ref, input, () => read(context), signal);
      if (signal.aborted) return fail({ kind: 'cancelled' });
      if (outcome.ok) {
        failures = 0;
        const { entries, customers, nextOffset } = outcome.value;
        // Versions before 1.11.1 may ignore the parameter and answer with the members again.
        if (status !== 'MEMBER' && this.#offset === undefined && this.#checks.repeats(outcome.value))
          this.#skipStatus({ kind: 'unexpectedAnswer', detail: 'Field ignored: customerStatus' });
        else {
          const detail = this.#checks.fault(outcome.value, input.size);
          this.isBroken = detail !== undefined;
          if (detail) return fail({ kind: 'unexpectedAnswer', studio: this.studio.ref, detail });
          await this.#entries.add(entries);
          this.customers += customers;
          this.#offset = nextOffset;
          if (nextOffset === undefined) this.#nextStatus();
        }
      } else if (status !== 'MEMBER' && outcome.problem.kind === 'badRequest')
        this.#skipStatus(outcome.problem);
      else {
        failures += 1;
        if (failures > maxFailures || !this.#canRepeat(outcome.problem)) return outcome;
        await this.#pauseAfter(outcome.problem, failures, signal);
      }
      this.parts.onChange();
    }
    const entries = await this.#entries.whole();
    return succeed({ entries, country: this.country, ...(this.#problem && { problem: this.#problem }) });
  }

  async #turn(signal: AbortSignal): Promise<void> {
    await this.parts.pace.turn(this.studio.ref, signal, () => this.#pause(true));
    this.#pause(false);
  }

  async #pauseAfter(problem: Problem, failures: number, signal: AbortSignal): Promise<void> {
    this.pausedBy = problem;
    this.#pause(true);
    await this.parts.pace.afterFailure(problem, failures, signal);
    this.pausedBy = undefined;
  }

  #pause(isPaused: boolean): void {
    if (this.isPaused === isPaused) return;
    this.isPaused = isPaused;
    this.parts.onChange();
  }

  /** Without the scope for the studio, its numbers are read in the form of the customer's and the desk's countries. */
  async #askCountry(signal: AbortSignal): Promise<void> {
    for (let requests = 1; ; requests += 1) {
      const outcome = await this.parts.client.studioCountry(this.studio.ref, signal);
      if (signal.aborted) return;
      this.#askedCountry = true;
      if (outcome.ok) this.country = outcome.value;
      // Without it, numbers that are stored without country code may be read wrongly: it is worth waiting for.
      if (outcome.ok || !isTemporary(outcome.problem) || requests === maxCountryRequests) return;
      this.#askedCountry = false;
      await this.#pauseAfter(outcome.problem, requests, signal);
      await this.#turn(signal);
      if (signal.aborted) return;
    }
  }

  /** Whether the request may be repeated; after a slow or large answer, with a smaller slice. */
  #canRepeat(problem: Problem): boolean {
    const isTooMuch = problem.kind === 'tooLarge' || problem.kind === 'timeout';
    const canShrink = isTooMuch && this.#size > minSliceSize;
    if (canShrink) this.#size = Math.max(minSliceSize, Math.floor(this.#size / 2));
    return canShrink || isTemporary(problem);
  }

  #skipStatus(problem: Problem): void {
    this.#problem ??= problem;
    this.#nextStatus();
  }

  #nextStatus(): void {
    this.#statuses.shift();
    this.#offset = undefined;
    this.#checks.nextStatus();
  }
}
