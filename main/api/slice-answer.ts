import { z } from 'zod';
import { type Outcome, succeed } from '../../preload/contract/problem';
import { type AnswerReader, ListAnswer, WholeAnswer } from './answer-reader';
import {
  closeList,
  closeObject,
  endOfString,
  type FieldFilter,
  openList,
  openObject,
  quote,
} from './json-projection';
import { type Slice, sliceOf } from './schemas';

/** ASCII code. */
const colon = 0x3a;

/** Maximum size of what stands before the list, in bytes. */
const maxBeforeBytes = 16 * 1024;

const listName = Buffer.from('result');

/**
 * Reads `{ result: [...], hasNext, offset }` while it arrives. The list is read by {@link ListAnswer}, so that unwanted
 * fields never become strings; what stands beside it is small and is read at the end.
 */
export class SliceAnswer<T> implements AnswerReader<Slice<T>> {
  /** Bytes before the list, or of the whole answer if it has none. */
  #before = Buffer.alloc(0);
  #hasBegun = false;
  readonly #list: ListAnswer<T>;

  /** @param wants the fields that the element's schema reads */
  constructor(
    element: z.ZodType<T>,
    wants: FieldFilter,
    private readonly key: string | undefined,
  ) {
    this.#list = new ListAnswer(element, wants, key);
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

  end(): Outcome<Slice<T>> {
    const list = this.#hasBegun ? this.#list.endOfPart() : succeed({ elements: [], after: Buffer.alloc(0) });
    if (!list.ok) return list;
    const { elements, after } = list.value;
    const beside = new WholeAnswer(sliceOf(z.unknown()), this.key);
    beside.take(this.#before);
    if (this.#hasBegun) beside.take(Buffer.from('[]'));
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
      if (code === openList && depth === 1 && name?.equals(listName)) return at;
      depth += 1;
      name = undefined;
    } else if (code === closeObject || code === closeList) depth -= 1;
    else if (code !== colon && code !== undefined && code > 0x20) name = undefined;
  }
  return -1;
}
