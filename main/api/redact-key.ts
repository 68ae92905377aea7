import type { ExactJson, Problem } from '../../preload/contract/problem';
import { maxWordLength } from './exact-json';

/** Shortest fragment of a key that is redacted, in characters. */
const shortestTell = 4;

/** Shortest text that schemas.ts may have cut; it is the least of its limits. */
const shortestCut = maxWordLength;

/** Replacement for an echoed key. */
const removed = '[removed]';

/**
 * Removes an echoed key from an answer.
 *
 * SECURITY: the key must not cross the border when the API or a gateway echoes it. Decoded strings are searched,
 * because a body can escape the key in several ways. Field names stay, because the contract defines them.
 */
export function redactKey<T>(value: T, key: string | undefined): T {
  // Almost no answer contains the key, and an unchanged answer needs no copy.
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

/**
 * Removes a fragment of the key at the end of a text: schemas.ts cuts long texts, and the cut may go through the key.
 */
function withoutItsBeginning(text: string, key: string): string {
  for (let length = key.length - 1; length >= shortestTell; length -= 1)
    if (text.endsWith(key.slice(0, length))) return text.slice(0, -length) + removed;
  return text;
}

/**
 * Removes the key from a problem. Kind and status stay, because Ringside chose them: a key that was mistyped as one
 * letter must not destroy them. Names inside an argument come from the API and are searched.
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

/** Removes the key from JSON of unknown shape, including its names. */
function anyWithoutKey(value: ExactJson, key: string): ExactJson {
  if (Array.isArray(value)) return value.map((item) => anyWithoutKey(item, key));
  if (typeof value !== 'object' || value === null) return redactKey(value, key);
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, item]) => [redactKey(name, key), anyWithoutKey(item, key)]));
}
