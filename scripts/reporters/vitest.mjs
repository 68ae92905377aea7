import { printClosingLine, proves } from './closing-line.mjs';
import { lineIn, placeOf, reasonOf } from './failure.mjs';

/** Vitest loads reporters by their default export. */
export default class ClosingLine {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    const failures = errors.map((error) => ({ title: 'outside of a test', reason: reasonOf(error) }));
    for (const module of modules) {
      const failure = (title, error) => ({
        title,
        place: placeOf(module.relativeModuleId, lineIn(error?.stack, module.moduleId)),
        reason: reasonOf(error),
      });
      count.failed += module.errors().length;
      failures.push(...module.errors().map((error) => failure('the file could not be run', error)));
      for (const test of module.children.allTests()) {
        const { state, errors: found = [] } = test.result();
        count[state === 'pending' ? 'skipped' : state] += 1;
        if (state === 'failed') failures.push(failure(test.fullName, found[0]));
      }
    }
    if (!proves(count)) process.exitCode = 1;
    printClosingLine(process.env.RINGSIDE_SUITE ?? 'unit', count, failures);
  }
}
