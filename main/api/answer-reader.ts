import { z } from 'zod';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { endOfString, parseExact } from './exact-json';
import { statusText } from './problems';
import { withoutKey } from './without-key';

/** Makes something of a 200 while it comes in. One reader reads one answer. */
export interface AnswerReader<T> {
  take(piece: string): void;
  /** The body is whole. */
  end(): Outcome<T>;
}

/** Reads a body once it is there. @param key what must not be handed on, should the API echo it */
export class WholeAnswer<T> implements AnswerReader<T> {
  readonly #pieces: string[] = [];

  constructor(
    private readonly schema: z.ZodType<T>,
    private readonly key: string | undefined,
  ) {}

  take(piece: string): void {
    this.#pieces.push(piece);
  }

  end(): Outcome<T> {
    const text = this.#pieces.join('');
    return /^\s*</.test(text) ? refused('notTheApi', 'HTML') : read(text, this.schema, this.key);
  }
}

/** No record of a customer is longer; in characters. */
const longestElement = 1024 * 1024;

const comma = 0x2c;
const opening = [0x5b, 0x7b];
const closing = [0x5d, 0x7d];

/**
 * Reads a list element by element while it comes in, so that neither its text nor what is not wanted of it is ever in memory as
 * a whole, and main is never away for longer than a piece takes. Whatever is no list is read as a whole.
 */
export class ListAnswer<T> implements AnswerReader<T[]> {
  readonly #elements: T[] = [];
  readonly #schema: z.ZodType<T[]>;
  #whole: WholeAnswer<T[]> | undefined;
  #failed: Outcome<never> | undefined;
  /** What has come and is not read yet. */
  #rest = '';
  /** How far `#rest` was gone over. */
  #at = 0;
  /** Brackets that are open; the list's own is the first. */
  #depth = 0;
  /** The list's own bracket has been closed. */
  #closed = false;

  constructor(
    element: z.ZodType<T>,
    private readonly key: string | undefined,
  ) {
    this.#schema = z.array(element);
  }

  take(piece: string): void {
    this.#whole?.take(piece);
    if (this.#whole || this.#failed) return;
    this.#rest += piece;
    if (this.#depth === 0 && !this.#closed && !this.#begin()) return;
    const cut = this.#goOn();
    if (cut > 0) {
      this.#read(this.#rest.slice(0, cut - 1));
      this.#rest = this.#rest.slice(cut);
      this.#at -= cut;
    }
    if (this.#rest.length > longestElement)
      this.#failed = refused('unexpectedAnswer', 'Longer than any record');
  }

  end(): Outcome<T[]> {
    if (this.#whole) return this.#whole.end();
    if (this.#failed) return this.#failed;
    return this.#closed && this.#rest.trim() === '' ? succeed(this.#elements) : notJson();
  }

  /** Looks for the bracket of the list. @returns whether it has come */
  #begin(): boolean {
    const start = this.#rest.search(/[^\s\ufeff]/);
    if (start < 0) return false;
    if (this.#rest[start] === '[') {
      this.#rest = this.#rest.slice(start + 1);
      this.#depth = 1;
      return true;
    }
    this.#whole = new WholeAnswer(this.#schema, this.key);
    this.#whole.take(this.#rest);
    return false;
  }

  /** @returns where what can be read ends: behind a comma of the list or its bracket, or 0 */
  #goOn(): number {
    const text = this.#rest;
    let cut = 0;
    for (; this.#at < text.length && !this.#closed; this.#at += 1) {
      const code = text.charCodeAt(this.#at);
      if (code === 0x22) {
        const end = endOfString(text, this.#at);
        // The string goes on in the next piece, and is gone over again then.
        if (end === text.length) break;
        this.#at = end;
      } else if (opening.includes(code)) this.#depth += 1;
      else if (closing.includes(code)) {
        this.#depth -= 1;
        this.#closed = this.#depth === 0;
        if (this.#closed) cut = this.#at + 1;
        if (this.#closed && code !== closing[0]) this.#failed = notJson();
      } else if (code === comma && this.#depth === 1) cut = this.#at + 1;
    }
    return cut;
  }

  #read(text: string): void {
    if (this.#closed && this.#elements.length === 0 && text.trim() === '') return;
    const outcome = read(`[${text}]`, this.#schema, this.key, this.#elements.length);
    // Between two commas, or behind the last, there is nothing.
    if (outcome.ok && outcome.value.length === 0) this.#failed = notJson();
    else if (outcome.ok) for (const element of outcome.value) this.#elements.push(element);
    else this.#failed = outcome;
  }
}

/** @param before how many elements of the list came before those of the text */
function read<T>(text: string, schema: z.ZodType<T>, key: string | undefined, before = 0): Outcome<T> {
  let parsed: unknown;
  try {
    parsed = parseExact(text);
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
