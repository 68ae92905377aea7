import { writeFileSync } from 'node:fs';

/**
 * A test that failed.
 *
 * @typedef {object} Failure
 * @property {string} title
 * @property {string} [place] file in the repository, and the line where it failed
 * @property {string} [reason] first line of the error
 */

/** Closing line of every test runner. */
export function closingLine(name, { passed, failed, skipped = 0 }) {
  return `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** @param {Failure[]} failures the tests that `count.failed` counts */
export function printClosingLine(name, count, failures) {
  process.stdout.write(`\n${closingLine(name, count)}\n`);
  // Tells `npm test` that the runner did not crash, and what its summary lists.
  if (process.env.RINGSIDE_CLOSED)
    writeFileSync(process.env.RINGSIDE_CLOSED, JSON.stringify({ ...count, failures }));
}

/** A run without executed tests fails. */
export function proves({ passed, failed }) {
  return passed + failed > 0;
}
