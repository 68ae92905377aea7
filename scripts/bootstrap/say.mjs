/** Prints a step as one line. */
export function say(line) {
  process.stdout.write(`• ${line}\n`);
}

/** Prints a detail of the last step. */
export function add(line) {
  process.stdout.write(`  ${line}\n`);
}

/** An error that the user can fix: its message says how, and it is printed without a stack. */
export class Stop extends Error {
  name = 'Stop';
}
