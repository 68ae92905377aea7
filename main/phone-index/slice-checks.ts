import type { PhoneOwner } from '../api/customer-slices';
import type { Slice } from '../api/schemas';

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
   * @param studioId ID of the studio whose key was sent; undefined while it is not known
   * @returns what is wrong with the slice, in English, or undefined
   */
  fault(
    { rows, nextOffset }: Slice<PhoneOwner | undefined>,
    size: number,
    studioId: string | undefined,
  ): string | undefined {
    // SECURITY: short records can be many more, and each costs main time.
    if (rows.length > size) return 'More customers than asked for';
    const owners = rows.filter((row) => row !== undefined);
    this.#slices += 1;
    this.#customers += rows.length;
    this.#empty = rows.length === 0 ? this.#empty + 1 : 0;
    if (rows.length > 0 && owners.length === 0) return 'Field not as documented: result.id';
    const isOfOthers = rows.length > 0 && owners.every((owner) => isOfOther(owner, studioId));
    this.#hasOwn ||= rows.length > 0 && !isOfOthers;
    // The last slice can be so small that nobody but customers of other studios is in it.
    if (isOfOthers && (!this.#hasOwn || nextOffset !== undefined)) return 'Customers of another studio';
    if (this.repeats(owners)) return 'A slice came twice';
    if (owners[0]) this.#firstIds.add(owners[0].id);
    if (nextOffset === undefined) return undefined;
    if (nextOffset.length > maxOffsetLength) return 'Field not as documented: offset';
    if (this.#offsets.has(nextOffset)) return 'An offset came twice';
    this.#offsets.add(nextOffset);
    if (this.#empty >= maxEmptySlices) return 'Slices without customers';
    return this.#slices >= maxSlices || this.#customers >= maxCustomers ? 'Slices without end' : undefined;
  }

  /** Whether a slice that begins with the same customer came before. */
  repeats(owners: readonly (PhoneOwner | undefined)[]): boolean {
    return owners[0] !== undefined && this.#firstIds.has(owners[0].id);
  }

  /** The offsets of another status may be the same. */
  nextStatus(): void {
    this.#offsets.clear();
    this.#empty = 0;
  }
}

/** Whether the customer's home is another studio, whose own index has them. */
export function isOfOther(owner: PhoneOwner, studioId: string | undefined): boolean {
  return studioId !== undefined && owner.studioId !== undefined && owner.studioId !== studioId;
}
