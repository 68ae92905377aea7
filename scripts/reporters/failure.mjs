import { stripVTControlCharacters } from 'node:util';

/** First line of an error's message, without colours. */
export function reasonOf(error) {
  const text = stripVTControlCharacters(error?.message ?? error?.value ?? '').trim();
  return text.split('\n', 1)[0].trim();
}

/**
 * Line of a test's file where it failed. A row of a table is declared by a helper in another file, so the stack knows its
 * line better than the declaration.
 *
 * @param {string} stack
 * @param {string} file path of the test's file, as the stack has it
 * @returns {string | undefined}
 */
export function lineIn(stack, file) {
  const [, after] = stripVTControlCharacters(stack ?? '').split(`${file}:`, 2);
  return /^\d+/.exec(after ?? '')?.[0];
}

/** @returns {string} `path:line`, or the path alone where the line is not known */
export function placeOf(path, line) {
  return line === undefined ? path : `${path}:${line}`;
}
