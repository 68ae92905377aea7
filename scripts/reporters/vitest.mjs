import { printClosingLine, proves } from './closing-line.mjs';

/** Vitest loads reporters by their default export. */
export default class ClosingLine {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      count.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === 'pending' ? 'skipped' : state] += 1;
      }
    }
    if (!proves(count)) process.exitCode = 1;
    printClosingLine('unit', count);
  }
}
