import type { IndexedSlice } from './indexed-slice';

/** Maximum number of customers of a studio. SECURITY: otherwise an API that never ends would fill the memory. */
const maxCustomers = 1_000_000;

/** Maximum number of slices: that many customers in slices of the smallest size. */
const maxSlices = 20_000;

/** Maximum number of empty slices in a row. */
const maxEmptySlices = 3;

/** Maximum length of an offset, in characters. */
const maxOffsetLength = 500;

/**
 * Checks that slices lead to an end. SECURITY: an API that repeats itself or never ends must not keep the desktop busy
 * for ever.
 */
export class SliceChecks {
  #slices = 0;
  #customers = 0;
  #empty = 0;
  #hasOwn = false;
  readonly #offsets = new Set<string>();
  readonly #firstIds = new Set<string>();

  /**
   * Takes the next slice.
   *
   * @param size number of customers that was asked for
   * @returns what is wrong with the slice, in English, or undefined
   */
  fault(slice: IndexedSlice, size: number): string | undefined {
    const { customers, unidentified, others, firstId, nextOffset } = slice;
    // SECURITY: short records can be many more, and each costs time.
    if (customers > size) return 'More customers than asked for';
    this.#slices += 1;
    this.#customers += customers;
    this.#empty = customers === 0 ? this.#empty + 1 : 0;
    if (customers > 0 && unidentified === customers) return 'Field not as documented: result.id';
    const isOfOthers = customers > 0 && unidentified + others === customers;
    this.#hasOwn ||= customers > 0 && !isOfOthers;
    // The last slice can be so small that nobody but customers of other studios is in it.
    if (isOfOthers && (!this.#hasOwn || nextOffset !== undefined)) return 'Customers of another studio';
    if (this.repeats(slice)) return 'A slice came twice';
    if (firstId !== undefined) this.#firstIds.add(firstId);
    if (nextOffset === undefined) return undefined;
    if (nextOffset.length > maxOffsetLength) return 'Field not as documented: offset';
    if (this.#offsets.has(nextOffset)) return 'An offset came twice';
    this.#offsets.add(nextOffset);
    if (this.#empty >= maxEmptySlices) return 'Slices without customers';
    return this.#slices >= maxSlices || this.#customers >= maxCustomers ? 'Slices without end' : undefined;
  }

  /** Whether a slice that begins with the same customer came before. */
  repeats({ firstId }: Pick<IndexedSlice, 'firstId'>): boolean {
    return firstId !== undefined && this.#firstIds.has(firstId);
  }

  /** The offsets of another status may be the same. */
  nextStatus(): void {
    this.#offsets.clear();
    this.#empty = 0;
  }
}
