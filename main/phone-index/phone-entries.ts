import type { CustomerId } from '../../preload/contract/domain';
import { WorkPauses } from '../work-pauses';
import type { Digest } from './digests';

/** Words of 32 bits of an entry: the digest's high and low word, the ID's high and low word. */
const entryWords = 4;

/** Length of an entry, in bytes. */
export const entryBytes = entryWords * Uint32Array.BYTES_PER_ELEMENT;

/** Number of entries that are merged before the clock is read. */
const mergedAtOnce = 512;

/**
 * Maximum number of customers who are found by one number: more of them say no more. SECURITY: an API that gives all
 * customers the same number must not block main.
 */
export const maxFound = 1_000;

/**
 * Digests of one studio's telephone numbers, sorted, each with the ID of a customer: 16 bytes an entry in one array.
 * Contains no number and no name.
 */
export class PhoneEntries {
  static readonly none = new PhoneEntries(new Uint32Array(0));

  private constructor(private readonly words: Uint32Array<ArrayBuffer>) {}

  /**
   * Sorts entries.
   *
   * @param ids IDs of the customers, of the same length as `digests`. An ID that is no int64 is left out.
   */
  static of(digests: readonly Digest[], ids: readonly CustomerId[]): PhoneEntries {
    const fitting = [...digests.keys()].filter((at) => isInt64(ids[at]));
    fitting.sort((one, other) => compare(digests[one], digests[other]));
    const words = new Uint32Array(fitting.length * entryWords);
    for (const [at, from] of fitting.entries()) {
      const { high = 0, low = 0 } = digests[from] ?? {};
      const id = BigInt(ids[from] ?? 0);
      words.set([high, low, Number((id >> 32n) & 0xffffffffn), Number(id & 0xffffffffn)], at * entryWords);
    }
    return new PhoneEntries(words);
  }

  /**
   * Entries over these bytes, which are neither copied nor parsed.
   *
   * @param bytes from {@link toBytes} on a machine of the same byte order; they begin at a multiple of 4 in their buffer
   * @returns undefined for bytes that cannot be entries
   */
  static fromBytes(bytes: Uint8Array<ArrayBuffer>): PhoneEntries | undefined {
    const { buffer, byteOffset, byteLength } = bytes;
    if (byteLength % entryBytes !== 0 || byteOffset % Uint32Array.BYTES_PER_ELEMENT !== 0) return undefined;
    const words = new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
    for (let at = entryWords; at < words.length; at += entryWords)
      if (compareAt(words, at - entryWords, words, at) > 0) return undefined;
    return new PhoneEntries(words);
  }

  /** Merges two sorted arrays, with breaks by the clock. */
  static async merged(
    one: PhoneEntries,
    other: PhoneEntries,
    pauses = new WorkPauses(),
  ): Promise<PhoneEntries> {
    const [a, b] = [one.words, other.words];
    const words = new Uint32Array(a.length + b.length);
    for (let at = 0, fromA = 0, fromB = 0; at < words.length; ) {
      const end = Math.min(words.length, at + mergedAtOnce * entryWords);
      for (; at < end; at += entryWords) {
        const isA = fromB >= b.length || (fromA < a.length && compareAt(a, fromA, b, fromB) <= 0);
        const from = isA ? a : b;
        const offset = isA ? fromA : fromB;
        for (let word = 0; word < entryWords; word += 1) words[at + word] = from[offset + word] ?? 0;
        if (isA) fromA += entryWords;
        else fromB += entryWords;
      }
      await pauses.afterTurn();
    }
    return new PhoneEntries(words);
  }

  get count(): number {
    return this.words.length / entryWords;
  }

  /** The bytes of the entries, in the byte order of this machine; not a copy. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.words.buffer, this.words.byteOffset, this.words.byteLength);
  }

  /** The customers with this digest, each once, at most {@link maxFound}. */
  find(digest: Digest): CustomerId[] {
    const found = new Set<CustomerId>();
    for (let at = this.#firstOf(digest); at < this.words.length; at += entryWords) {
      if (this.words[at] !== digest.high || this.words[at + 1] !== digest.low || found.size === maxFound)
        break;
      const [high = 0, low = 0] = [this.words[at + 2], this.words[at + 3]];
      found.add(String(BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low))));
    }
    return [...found];
  }

  /** Offset of the first entry that is not before the digest. */
  #firstOf({ high, low }: Digest): number {
    const wanted = Uint32Array.of(high, low);
    let [from, to] = [0, this.count];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (compareAt(this.words, middle * entryWords, wanted, 0) < 0) from = middle + 1;
      else to = middle;
    }
    return from * entryWords;
  }
}

function compare(one: Digest | undefined, other: Digest | undefined): number {
  return (one?.high ?? 0) - (other?.high ?? 0) || (one?.low ?? 0) - (other?.low ?? 0);
}

/** Compares the digests at two offsets. */
function compareAt(one: Uint32Array, at: number, other: Uint32Array, otherAt: number): number {
  return (one[at] ?? 0) - (other[otherAt] ?? 0) || (one[at + 1] ?? 0) - (other[otherAt + 1] ?? 0);
}

function isInt64(id: CustomerId | undefined): boolean {
  // SECURITY: a text of any length would take long to convert.
  if (id === undefined || !/^-?\d{1,19}$/.test(id)) return false;
  return BigInt.asIntN(64, BigInt(id)) === BigInt(id);
}
