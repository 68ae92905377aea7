/** One step in a line. */
export function say(line) {
  process.stdout.write(`• ${line}\n`);
}

/** What belongs to the step just said. */
export function add(line) {
  process.stdout.write(`  ${line}\n`);
}

/** An end the user can do something about: its message says what, and needs no stack. */
export class Stop extends Error {
  name = 'Stop';
}
