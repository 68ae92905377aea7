import { writeFileSync } from 'node:fs';

/** Closing line of every test runner. */
export function closingLine(name, { passed, failed, skipped = 0 }) {
  return `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

export function printClosingLine(name, count) {
  process.stdout.write(`\n${closingLine(name, count)}\n`);
  // Tells `npm test` that the runner has reported its failures and did not crash.
  if (process.env.RINGSIDE_CLOSED) writeFileSync(process.env.RINGSIDE_CLOSED, name);
}

/** A run without executed tests fails. */
export function proves({ passed, failed }) {
  return passed + failed > 0;
}
