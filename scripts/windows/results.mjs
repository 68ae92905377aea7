import { lineIn, placeOf, reasonOf } from '../reporters/failure.mjs';

/**
 * Reads what the runner under Wine has written: a line of JSON for each test, and one with `ms` at the end of each file.
 *
 * @param {string} text content of the file
 * @param {string[]} files test files that were to run
 */
export function readResults(text, files) {
  const lines = text
    .split('\n')
    // The last line may be half written when the process has crashed.
    .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line)] : []));
  const count = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for (const { file, title, state, error } of lines.filter((line) => 'state' in line)) {
    if (state === 'pass') count.passed += 1;
    else if (state === 'fail') {
      count.failed += 1;
      // Stacks have Windows' paths.
      const stack = error?.stack.replaceAll('\\', '/');
      failures.push({ title, place: placeOf(file, lineIn(stack, file)), reason: reasonOf(error) });
    } else count.skipped += 1;
  }
  const ended = lines.filter((line) => 'ms' in line);
  for (const file of files.filter((each) => !ended.some((line) => line.file === each))) {
    count.failed += 1;
    failures.push({ title: 'the file did not run to its end', place: file });
  }
  return { count, failures, ended };
}
