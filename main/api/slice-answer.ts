import { z } from 'zod';
import { type Outcome, succeed } from '../../preload/contract/problem';
import { type AnswerReader, allPositions, ListAnswer, refused, WholeAnswer } from './answer-reader';
import {
  closeList,
  closeObject,
  endOfString,
  type FieldFilter,
  openList,
  openObject,
  type Positions,
  quote,
} from './json-projection';
import { type Slice, sliceOf } from './schemas';

/** ASCII code. */
const colon = 0x3a;

/** Maximum size of what stands before the list, in bytes. */
const maxBeforeBytes = 16 * 1024;

const listName = 'result';
const listNameBytes = Buffer.from(listName);

const besideList = sliceOf(z.unknown());

/** A slice, of which only some rows may have been read. */
export interface PartOfSlice<T> extends Slice<T> {
  /** Present when further rows of the slice follow those that were read; then its `nextOffset` is not known. */
  isCut?: true;
}

/**
 * Reads `{ result: [...], hasNext, offset }` while it arrives. The list is read by {@link ListAnswer}, so that unwanted
 * fields never become strings; what stands beside it is small and is read at the end.
 */
export class SliceAnswer<T> implements AnswerReader<PartOfSlice<T>> {
  /** Bytes before the list, or of the whole answer if it has none. */
  #before = Buffer.alloc(0);
  #hasBegun = false;
  readonly #list: ListAnswer<T>;

  /**
   * @param wants the fields that the element's schema reads
   * @param positions the rows that are read
   */
  constructor(
    element: z.ZodType<T>,
    wants: FieldFilter,
    private readonly key: string | undefined,
    positions: Positions = allPositions,
  ) {
    this.#list = new ListAnswer(element, wants, key, { path: [listName], positions });
  }

  take(piece: Buffer): void {
    if (this.#hasBegun) this.#list.take(piece);
    else if (this.#before.length <= maxBeforeBytes) this.#search(piece);
  }

  #search(piece: Buffer): void {
    const bytes = Buffer.concat([this.#before, piece]);
    const at = startOfList(bytes);
    this.#hasBegun = at >= 0;
    this.#before = this.#hasBegun ? bytes.subarray(0, at) : bytes;
    if (this.#hasBegun) this.#list.take(bytes.subarray(at));
  }

  get hasEnough(): boolean {
    return this.#list.hasEnough;
  }

  end(): Outcome<PartOfSlice<T>> {
    const beside = new WholeAnswer(besideList, this.key);
    beside.take(this.#before);
    if (!this.#hasBegun) {
      const outcome = beside.end();
      // A name with escape sequences: the list was not found, and must not count as empty.
      return outcome.ok ? refused('unexpectedAnswer', `Field not as documented: ${listName}`) : outcome;
    }
    const list = this.#list.endOfPart();
    if (!list.ok) return list;
    const { elements, after } = list.value;
    if (!after) return succeed({ rows: elements, isCut: true });
    beside.take(Buffer.from('[]'));
    beside.take(after);
    const outcome = beside.end();
    return outcome.ok ? succeed({ ...outcome.value, rows: elements }) : outcome;
  }
}

/** Index of the bracket that opens the list `result` of the outer object; -1 while it has not arrived. */
function startOfList(bytes: Buffer): number {
  let depth = 0;
  let name: Buffer | undefined;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === quote) {
      const closing = endOfString(bytes, at);
      if (closing < 0) return -1;
      name = bytes.subarray(at + 1, closing);
      at = closing;
    } else if (code === openObject || code === openList) {
      if (code === openList && depth === 1 && name?.equals(listNameBytes)) return at;
      depth += 1;
      name = undefined;
    } else if (code === closeObject || code === closeList) depth -= 1;
    else if (code !== colon && code !== undefined && code > 0x20) name = undefined;
  }
  return -1;
}
