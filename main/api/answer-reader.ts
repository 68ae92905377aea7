import { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { parseExact } from './exact-json';
import { type FieldFilter, filterFields, openList, type Positions } from './json-projection';
import { statusText } from './problems';
import { redactKey } from './redact-key';

/** Reads the body of a 200 response as it arrives. One reader reads one answer. */
export interface AnswerReader<T> {
  /** @param piece UTF-8, split at any byte; the reader owns it from then on */
  take(piece: Buffer): void;
  /** Whether the reader has everything it wants. The HTTP client then aborts the request. */
  readonly hasEnough?: boolean;
  /** Called when the body is complete, or when the reader has enough. */
  end(): Outcome<T> | Promise<Outcome<T>>;
}

/** Reads a body after all of it has arrived. @param key the API key, which is redacted if the API echoes it */
export class WholeAnswer<T> implements AnswerReader<T> {
  readonly #pieces: Buffer[] = [];

  constructor(
    private readonly schema: z.ZodType<T>,
    private readonly key: string | undefined,
  ) {}

  take(piece: Buffer): void {
    this.#pieces.push(piece);
  }

  end(): Outcome<T> {
    const text = Buffer.concat(this.#pieces).toString();
    if (/^\s*</.test(text)) return refused('notTheApi', 'HTML');
    return read(text, this.schema, this.key);
  }
}

/** Maximum size of one record, in bytes. */
const maxElementBytes = 1024 * 1024;
/** Minimum number of bytes that are read in one go. */
const enough = 64 * 1024;

/** Where a list is in an answer, and which of its elements are read. */
export interface ListPart {
  /** Names of the fields that lead to it. */
  path: string[];
  /** Elements that are read. The others are neither parsed nor validated. */
  positions: Positions;
}

export const allPositions: Positions = { from: 0, to: Number.POSITIVE_INFINITY };

/**
 * Reads a list of objects while it arrives. Neither the whole text nor its unwanted fields are ever in memory, and
 * main is blocked for no longer than one piece takes. An answer that is not a list is read as a whole.
 */
export class ListAnswer<T> implements AnswerReader<T[]> {
  readonly #elements: T[] = [];
  readonly #schema: z.ZodType<T[]>;
  #whole: WholeAnswer<T[]> | undefined;
  #failed: Outcome<never> | undefined;
  /**
   * Begins with the bytes that have arrived and are not read yet. It is used for all pieces, because fresh memory for each takes
   * longer than reading it.
   */
  #buffer = Buffer.alloc(0);
  /** Number of these bytes. */
  #length = 0;
  /** What is kept of a piece; used for all pieces as well. */
  #kept = Buffer.alloc(0);
  #began = false;
  #closed = false;
  /** Number of elements that ended with a comma. */
  #passed = 0;

  /** @param wants the fields that the element's schema reads */
  constructor(
    element: z.ZodType<T>,
    private readonly wants: FieldFilter,
    private readonly key: string | undefined,
    private readonly part: ListPart = { path: [], positions: allPositions },
  ) {
    this.#schema = z.array(element);
  }

  take(piece: Buffer): void {
    this.#whole?.take(piece);
    if (this.#whole || this.#failed || this.hasEnough) return;
    const length = this.#length + piece.length;
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#buffer.length));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    piece.copy(this.#buffer, this.#length);
    this.#length = length;
    if (length >= enough) this.#goOn();
  }

  /** Whether the elements that are wanted were read and further ones follow. */
  get hasEnough(): boolean {
    return this.#passed >= this.part.positions.to;
  }

  end(): Outcome<T[]> {
    const list = this.endOfPart();
    if (this.#whole) return this.#whole.end();
    if (!list.ok) return list;
    return list.value.after?.toString().trim() === '' ? succeed(list.value.elements) : notJson();
  }

  /**
   * Ends a list that is part of a larger answer.
   *
   * @returns its elements, and the bytes that came after it; these are undefined if further elements were not read
   */
  endOfPart(): Outcome<{ elements: T[]; after: Buffer | undefined }> {
    if (!this.#whole && !this.#failed && !this.hasEnough) this.#goOn();
    if (this.#failed) return this.#failed;
    if (this.hasEnough) return succeed({ elements: this.#elements, after: undefined });
    return this.#closed
      ? succeed({ elements: this.#elements, after: this.#buffer.subarray(0, this.#length) })
      : notJson();
  }

  #goOn(): void {
    let bytes = this.#buffer.subarray(0, this.#length);
    if (!this.#began) {
      const before = /^\ufeff?\s*/.exec(bytes.toString('utf8', 0, enough))?.[0] ?? '';
      bytes = bytes.subarray(Buffer.byteLength(before));
      if (bytes[0] !== openList) {
        this.#whole = new WholeAnswer(this.#schema, this.key);
        this.#whole.take(bytes);
        return;
      }
      this.#began = true;
      bytes = bytes.subarray(1);
    }
    if (!this.#closed) bytes = bytes.subarray(this.#read(bytes));
    this.#length = bytes.copy(this.#buffer);
    if (this.#length > maxElementBytes) this.#failed = refused('unexpectedAnswer', 'Longer than any record');
  }

  /** @returns number of bytes that were read */
  #read(bytes: Buffer): number {
    const { path, positions } = this.part;
    const { from, to } = positions;
    const here = { from: from - this.#passed, to: to - this.#passed };
    if (this.#kept.length < bytes.length + 2) this.#kept = Buffer.allocUnsafe(this.#buffer.length + 2);
    const { json, count, used, passed, mayBeInexact, end } = filterFields(
      bytes,
      this.wants,
      here,
      this.#kept,
    );
    this.#closed = end === 'closed';
    this.#passed += passed;
    if (end === 'broken') this.#failed = notJson();
    if (count === 0 || this.#failed) return used;
    const parse = mayBeInexact ? parseExact : JSON.parse;
    const outcome = read(json, this.#schema, this.key, parse, path, from + this.#elements.length);
    // Nothing stands between two commas or after the last one.
    const isGap = outcome.ok && outcome.value.length === 0 && !(this.#closed && this.#passed === 0);
    if (isGap) this.#failed = notJson();
    else if (outcome.ok) for (const element of outcome.value) this.#elements.push(element);
    else this.#failed = outcome;
    return used;
  }
}

/**
 * @param parse `JSON.parse` for a text without numbers that it does not represent digit for digit
 * @param parent path of the text in the answer
 * @param before number of elements of the list that came before this text
 */
function read<T>(
  text: string,
  schema: z.ZodType<T>,
  key: string | undefined,
  parse: (text: string) => unknown = parseExact,
  parent: string[] = [],
  before = 0,
): Outcome<T> {
  let parsed: unknown;
  try {
    parsed = parse(text);
  } catch {
    return notJson();
  }
  const result = schema.safeParse(parsed);
  if (result.success) return succeed(mayContain(text, key) ? redactKey(result.data, key) : result.data);
  const [first, ...rest] = result.error.issues[0]?.path ?? [];
  const path = [...parent, typeof first === 'number' ? before + first : first, ...rest].join('.');
  return refused('unexpectedAnswer', `Field not as documented: ${path || '(whole answer)'}`);
}

/** Whether a text in this JSON may contain the key: as it is, or with escape sequences. */
const mayContain = (json: string, key: string | undefined) =>
  key !== undefined && (json.includes(key) || json.includes('\\'));

const notJson = () => refused('unexpectedAnswer', 'Not JSON');

export function refused(kind: Problem['kind'], detail: string): Outcome<never> {
  return fail({ kind, response: { status: 200, statusText: statusText(200) }, detail });
}
