import { printClosingLine, proves } from './closing-line.mjs';

/** Playwright loads reporters by their default export. */
export default class ClosingLine {
  #count = { passed: 0, failed: 0, skipped: 0 };

  onTestEnd(test, { status }) {
    if (status === 'skipped') this.#count.skipped += 1;
    else this.#count[status === test.expectedStatus ? 'passed' : 'failed'] += 1;
  }

  onError() {
    this.#count.failed += 1;
  }

  onEnd() {
    return proves(this.#count) ? undefined : { status: 'failed' };
  }

  // Called after the summaries of all other reporters.
  onExit() {
    printClosingLine('e2e', this.#count);
  }
}
