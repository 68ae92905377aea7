import { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { parseExact } from './exact-json';
import { type FieldFilter, filterFields, openList } from './json-projection';
import { statusText } from './problems';
import { redactKey } from './redact-key';

/** Reads the body of a 200 response as it arrives. One reader reads one answer. */
export interface AnswerReader<T> {
  /** @param piece UTF-8, split at any byte; the reader owns it from then on */
  take(piece: Buffer): void;
  /** Called when the body is complete. */
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

/**
 * Reads a list of objects while it arrives. Neither the whole text nor its unwanted fields are ever in memory, and
 * main is blocked for no longer than one piece takes. An answer that is not a list is read as a whole.
 */
export class ListAnswer<T> implements AnswerReader<T[]> {
  readonly #elements: T[] = [];
  readonly #schema: z.ZodType<T[]>;
  #whole: WholeAnswer<T[]> | undefined;
  #failed: Outcome<never> | undefined;
  /** Bytes that have arrived and are not read yet. */
  #rest: Buffer[] = [];
  #length = 0;
  #began = false;
  #closed = false;

  /** @param wants the fields that the element's schema reads */
  constructor(
    element: z.ZodType<T>,
    private readonly wants: FieldFilter,
    private readonly key: string | undefined,
  ) {
    this.#schema = z.array(element);
  }

  take(piece: Buffer): void {
    this.#whole?.take(piece);
    if (this.#whole || this.#failed) return;
    this.#rest.push(piece);
    this.#length += piece.length;
    if (this.#length >= enough) this.#goOn();
  }

  end(): Outcome<T[]> {
    const list = this.endOfPart();
    if (this.#whole) return this.#whole.end();
    if (!list.ok) return list;
    return list.value.after.toString().trim() === '' ? succeed(list.value.elements) : notJson();
  }

  /** Ends a list that is part of a larger answer. @returns its elements, and the bytes that came after it */
  endOfPart(): Outcome<{ elements: T[]; after: Buffer }> {
    if (!this.#whole && !this.#failed) this.#goOn();
    if (this.#failed) return this.#failed;
    return this.#closed ? succeed({ elements: this.#elements, after: Buffer.concat(this.#rest) }) : notJson();
  }

  #goOn(): void {
    let bytes = Buffer.concat(this.#rest);
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
    this.#rest = [bytes];
    this.#length = bytes.length;
    if (bytes.length > maxElementBytes) this.#failed = refused('unexpectedAnswer', 'Longer than any record');
  }

  /** @returns number of bytes that were read */
  #read(bytes: Buffer): number {
    const { json, used, end } = filterFields(bytes, this.wants);
    this.#closed = end === 'closed';
    if (used === 0) return 0;
    const outcome = read(json, this.#schema, this.key, this.#elements.length);
    // Nothing stands between two commas or after the last one.
    const isGap = outcome.ok && outcome.value.length === 0 && !(this.#closed && this.#elements.length === 0);
    if (end === 'broken' || isGap) this.#failed = notJson();
    else if (outcome.ok) for (const element of outcome.value) this.#elements.push(element);
    else this.#failed = outcome;
    return used;
  }
}

/** @param before number of elements of the list that came before this text */
function read<T>(text: string, schema: z.ZodType<T>, key: string | undefined, before = 0): Outcome<T> {
  let parsed: unknown;
  try {
    parsed = parseExact(text);
  } catch {
    return notJson();
  }
  const result = schema.safeParse(parsed);
  if (result.success) return succeed(redactKey(result.data, key));
  const [first, ...rest] = result.error.issues[0]?.path ?? [];
  const path = [typeof first === 'number' ? before + first : first, ...rest].join('.');
  return refused('unexpectedAnswer', `Field not as documented: ${path || '(whole answer)'}`);
}

const notJson = () => refused('unexpectedAnswer', 'Not JSON');

function refused(kind: Problem['kind'], detail: string): Outcome<never> {
  return fail({ kind, response: { status: 200, statusText: statusText(200) }, detail });
}
