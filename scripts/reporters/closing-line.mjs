import { writeFileSync } from 'node:fs';

/** The one line every runner ends with. */
export function closingLine(name, { passed, failed, skipped = 0 }) {
  return `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

export function printClosingLine(name, count) {
  process.stdout.write(`\n${closingLine(name, count)}\n`);
  // So that `npm test` knows a runner that broke down from one that counted its failures.
  if (process.env.RINGSIDE_CLOSED) writeFileSync(process.env.RINGSIDE_CLOSED, name);
}

/** Tests that were all skipped, or none at all, prove nothing. */
export function proves({ passed, failed }) {
  return passed + failed > 0;
}
