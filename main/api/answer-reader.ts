import { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { hasInexactNumber, isInexact, manyDigits, parseExact } from './exact-json';
import { statusText } from './problems';
import { withoutKey } from './without-key';

/** Makes something of a 200 while it comes in. One reader reads one answer. */
export interface AnswerReader<T> {
  /** @param piece UTF-8, cut anywhere; belongs to the reader from now on */
  take(piece: Buffer): void;
  /** The body is whole. */
  end(): Outcome<T>;
}

/** Reads a body once it is there. @param key what must not be handed on, should the API echo it */
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
    return read(text, hasInexactNumber(text), this.schema, this.key);
  }
}

/** Bytes; no record of a customer is longer. */
const longestElement = 1024 * 1024;

// ASCII, and in UTF-8 no part of any other letter.
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openList = 0x5b;
const closeList = 0x5d;
/** Makes a brace of a bracket. */
const brace = 0x20;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Reads a list element by element while it comes in, so that neither its text nor what is not wanted of it is ever in memory as
 * a whole, and main is never away for longer than a piece takes. Whatever is no list is read as a whole.
 */
export class ListAnswer<T> implements AnswerReader<T[]> {
  readonly #elements: T[] = [];
  readonly #schema: z.ZodType<T[]>;
  #whole: WholeAnswer<T[]> | undefined;
  #failed: Outcome<never> | undefined;
  /** What has come and is not read yet, from the bracket or the comma on that it follows. */
  #rest: Buffer = Buffer.alloc(0);
  /** How far `#rest` was gone over; past its end where what comes next is escaped. */
  #at = 0;
  /** In a string. */
  #quoted = false;
  /** Brackets that are open; the list's own is the first. */
  #depth = 0;
  /** Digits that followed each other last. */
  #digits = 0;
  /** Behind the last comma of the list there is a number of which a double is not sure. */
  #inexact = false;

  constructor(
    element: z.ZodType<T>,
    private readonly key: string | undefined,
  ) {
    this.#schema = z.array(element);
  }

  take(piece: Buffer): void {
    this.#whole?.take(piece);
    if (this.#whole || this.#failed) return;
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    if (this.#at > 0 || this.#begin()) this.#goOn();
    if (this.#rest.length > longestElement)
      this.#failed = refused('unexpectedAnswer', 'Longer than any record');
  }

  end(): Outcome<T[]> {
    if (this.#whole) return this.#whole.end();
    if (this.#failed) return this.#failed;
    // What is left is the list's own bracket.
    const isWhole = this.#at > 0 && this.#depth === 0 && this.#rest.toString().trim() === ']';
    return isWhole ? succeed(this.#elements) : notJson();
  }

  /** Looks for the bracket of the list. @returns whether it has come */
  #begin(): boolean {
    const before = /^\ufeff?\s*/.exec(this.#rest.toString('utf8', 0, 1024))?.[0] ?? '';
    const start = Buffer.byteLength(before);
    if (this.#rest.length <= start) return false;
    if (this.#rest[start] !== openList) {
      this.#whole = new WholeAnswer(this.#schema, this.key);
      this.#whole.take(this.#rest);
      return false;
    }
    this.#rest = this.#rest.subarray(start);
    this.#at = 1;
    this.#depth = 1;
    return true;
  }

  /** Goes over what is new, up to the list's own bracket, and reads what is whole of it. */
  #goOn(): void {
    const bytes = this.#rest;
    let cut = 0;
    let cutInexact = false;
    // Locals: ten million times a field of an object is what an agent would wait for.
    let [at, quoted, depth, digits, inexact] = [
      this.#at,
      this.#quoted,
      this.#depth,
      this.#digits,
      this.#inexact,
    ];
    for (; at < bytes.length && depth > 0; at += 1) {
      const code = bytes[at] as number;
      if (quoted) {
        if (code === quote) quoted = false;
        else if (code === backslash) at += 1;
        continue;
      }
      if (code >= 0x30 && code <= 0x39) {
        digits += 1;
        inexact ||= digits === manyDigits;
        continue;
      }
      inexact ||= digits > 0 && isInexact(code);
      digits = 0;
      if (code === quote) quoted = true;
      else if ((code | brace) === openBrace) depth += 1;
      else if ((code | brace) === closeBrace) depth -= 1;
      if (depth === 0 || (depth === 1 && code === comma)) {
        cut = at;
        cutInexact ||= inexact;
        inexact = false;
      }
    }
    [this.#at, this.#quoted, this.#depth, this.#digits, this.#inexact] = [at, quoted, depth, digits, inexact];
    if (cut > 0) this.#read(cut, cutInexact);
  }

  /** Reads the elements up to a comma of the list or its bracket. */
  #read(cut: number, inexact: boolean): void {
    const bytes = this.#rest;
    bytes[0] = openList;
    const isLast = this.#depth === 0;
    if (!isLast) bytes[cut] = closeList;
    const text = bytes.toString('utf8', 0, cut + 1);
    this.#rest = bytes.subarray(cut);
    this.#at -= cut;
    const outcome = read(text, inexact, this.#schema, this.key, this.#elements.length);
    // Between two commas, or behind the last, there is nothing.
    const isGap = outcome.ok && outcome.value.length === 0 && !(isLast && this.#elements.length === 0);
    if (isGap) this.#failed = notJson();
    else if (outcome.ok) for (const element of outcome.value) this.#elements.push(element);
    else this.#failed = outcome;
  }
}

/** @param before how many elements of the list came before those of the text */
function read<T>(
  text: string,
  inexact: boolean,
  schema: z.ZodType<T>,
  key: string | undefined,
  before = 0,
): Outcome<T> {
  let parsed: unknown;
  try {
    parsed = parseExact(text, inexact);
  } catch {
    return notJson();
  }
  const result = schema.safeParse(parsed);
  if (result.success) return succeed(withoutKey(result.data, key));
  const [first, ...rest] = result.error.issues[0]?.path ?? [];
  const path = [typeof first === 'number' ? before + first : first, ...rest].join('.');
  return refused('unexpectedAnswer', `Field not as documented: ${path || '(whole answer)'}`);
}

const notJson = () => refused('unexpectedAnswer', 'Not JSON');

function refused(kind: Problem['kind'], detail: string): Outcome<never> {
  return fail({ kind, response: { status: 200, statusText: statusText(200) }, detail });
}
