import type { ExactJson, Problem } from '../../preload/contract/problem';
import { longestWord } from './exact-json';

/** Fewer letters of a key tell nothing. */
const shortestTell = 4;

/** Shorter texts were not cut: of the lengths schemas.ts cuts at, the least. */
const shortestCut = longestWord;

/** What stands in place of an echoed key. */
const removed = '[removed]';

/**
 * SECURITY: an API or gateway that echoes the key must not carry it over the border. Decoded strings are searched, for
 * in the body the key may be escaped in more ways than one. Names of fields stay: they are the contract's.
 */
export function redactKey<T>(value: T, key: string | undefined): T {
  // Nearly no answer has it, and what is not changed need not be copied.
  return key && tells(value, key) ? stripped(value, key) : value;
}

function tells(value: unknown, key: string): boolean {
  if (typeof value === 'string') return textWithoutKey(value, key) !== value;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item) => tells(item, key));
}

function stripped<T>(value: T, key: string): T {
  if (typeof value === 'string') return textWithoutKey(value, key) as T;
  if (Array.isArray(value)) return value.map((item) => stripped(item, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, stripped(item, key)])) as T;
}

function textWithoutKey(text: string, key: string): string {
  const without = text.includes(key) ? text.replaceAll(key, removed) : text;
  return text.length < shortestCut ? without : withoutItsBeginning(without, key);
}

/** Long texts are cut (schemas.ts), and the cut may go through the key: what is left of it at the end goes, too. */
function withoutItsBeginning(text: string, key: string): string {
  for (let length = key.length - 1; length >= shortestTell; length -= 1)
    if (text.endsWith(key.slice(0, length))) return text.slice(0, -length) + removed;
  return text;
}

/**
 * A problem without the key. Its kind and its status are our own words: a key mistyped as one letter must not be taken
 * out of them, or nobody would know the problem. The names inside an argument are the API's, and searched.
 */
export function redactProblem<P extends Pick<Problem, 'response'>>(problem: P, key: string | undefined): P {
  const { response } = problem;
  if (!key || !response) return problem;
  const { status, statusText, args, typedArgs, ...wrote } = response;
  return {
    ...problem,
    response: {
      ...redactKey(wrote, key),
      status,
      statusText,
      ...(args && { args: args.map((arg) => anyWithoutKey(arg, key)) }),
      ...(typedArgs && {
        typedArgs: typedArgs.map(({ type, value }) => ({
          ...(type !== undefined && { type: redactKey(type, key) }),
          ...(value !== undefined && { value: anyWithoutKey(value, key) }),
        })),
      }),
    },
  };
}

/** JSON of unknown shape: its names are searched, too. */
function anyWithoutKey(value: ExactJson, key: string): ExactJson {
  if (Array.isArray(value)) return value.map((item) => anyWithoutKey(item, key));
  if (typeof value !== 'object' || value === null) return redactKey(value, key);
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, item]) => [redactKey(name, key), anyWithoutKey(item, key)]));
}
