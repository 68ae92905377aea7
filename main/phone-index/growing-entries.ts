import type { CustomerId } from '../../preload/contract/domain';
import { WorkPauses } from '../work-pauses';
import type { Digest } from './digests';
import { maxFound, PhoneEntries } from './phone-entries';

/**
 * Entries that grow slice by slice and can be searched at any time. Sorted runs of similar length are merged, so that
 * each entry is moved a few times only, with breaks by the clock.
 */
export class GrowingEntries {
  /** Sorted runs, each at least twice as long as the next. */
  #runs: PhoneEntries[] = [];

  /** Adds a sorted run, and merges runs of similar length. */
  async add(entries: PhoneEntries, pauses = new WorkPauses()): Promise<void> {
    this.#runs.push(entries);
    await this.#merge((longer, shorter) => longer.count < 2 * shorter.count, pauses);
  }

  /** All entries as one sorted run. */
  async whole(): Promise<PhoneEntries> {
    await this.#merge(() => true, new WorkPauses());
    return this.#runs[0] ?? PhoneEntries.none;
  }

  /** The customers with this digest, each once; about {@link maxFound} at most. */
  find(digest: Digest): CustomerId[] {
    const found = new Set<CustomerId>();
    for (const run of this.#runs) {
      if (found.size >= maxFound) break;
      for (const id of run.find(digest)) found.add(id);
    }
    return [...found];
  }

  /** Merges the last two runs while the condition holds. Both are searched until they are one. */
  async #merge(
    isDue: (longer: PhoneEntries, shorter: PhoneEntries) => boolean,
    pauses: WorkPauses,
  ): Promise<void> {
    for (;;) {
      const [longer, shorter] = this.#runs.slice(-2);
      if (!longer || !shorter || !isDue(longer, shorter)) return;
      const merged = await PhoneEntries.merged(longer, shorter, pauses);
      this.#runs.splice(-2, 2, merged);
    }
  }
}
