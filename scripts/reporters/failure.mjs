import { stripVTControlCharacters } from 'node:util';

/**
 * First line of an error's message, without colours. For a program that Playwright could not start, also how it ended and
 * what it wrote last, from Playwright's log of the launch.
 */
export function reasonOf(error) {
  const text = stripVTControlCharacters(error?.message ?? error?.value ?? '').trim();
  const written = [...text.matchAll(/\[err\] (.*)/g)].at(-1)?.[1];
  const [, exit] = /<process did exit: (.*)>/.exec(text) ?? [];
  return [text.split('\n', 1)[0].trim(), exit, written].filter(Boolean).join('; ');
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

/** Most places of a check that are listed. */
const mostPlaces = 10;

/**
 * Lines of a check's output that name a place: a file and a line in it, as a compiler writes them, or a line below the name of
 * its file.
 */
export function placesIn(output) {
  const places = [];
  let file = '';
  for (const line of stripVTControlCharacters(output)
    .split('\n')
    .map((each) => each.trim())) {
    if (/^[\w./-]+\.\w+$/.test(line)) file = `${line}:`;
    if (/^[\w./-]+\.\w+[:(]\d+/.test(line)) places.push(line);
    else if (file && /^\d+:\d+/.test(line)) places.push(file + line);
  }
  return places.slice(0, mostPlaces);
}
