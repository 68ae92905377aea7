import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { printClosingLine } from './closing-line.mjs';
import { asMarkdown, asText, withoutSeconds } from './faults-table.mjs';

const file = join(root, 'docs', 'faults.md');

/** Playwright finds a reporter by its default export. */
export default class Faults {
  #faults;
  #rows = new Map();
  #count = { passed: 0, failed: 0, skipped: 0 };
  #complaints = [];

  constructor({ faults }) {
    this.#faults = faults;
  }

  onTestEnd(test, result) {
    const { status } = result;
    const outcome = status === 'skipped' ? 'skipped' : status === test.expectedStatus ? 'passed' : 'failed';
    this.#count[outcome] += 1;
    const said = Object.fromEntries(result.annotations.map(({ type, description }) => [type, description]));
    // A test without a row is a control: it counts, and stands in no table.
    if (said.fault) this.#rows.set(said.fault, { outcome, reads: said.reads, seconds: said.seconds });
  }

  onError() {
    this.#count.failed += 1;
  }

  onEnd() {
    const mode = process.env.RINGSIDE_FAULTS ?? 'part';
    if (mode !== 'part') {
      for (const id of Object.keys(this.#faults))
        if (!this.#rows.has(id)) this.#complain(`No test provokes "${id}" of e2e/faults/table.ts`);
      if (this.#count.failed + this.#count.skipped === 0) this.#settle(mode);
    }
    const { passed, failed } = this.#count;
    return failed > 0 || passed === 0 ? { status: 'failed' } : undefined;
  }

  // Called last, after every other reporter has summed up.
  onExit() {
    process.stdout.write(`\n${asText(this.#faults, this.#rows)}\n`);
    for (const line of this.#complaints) process.stdout.write(`\n${line}\n`);
    printClosingLine('faults', this.#count);
  }

  /** Writes the table, or holds the written one against this run. */
  #settle(mode) {
    const now = asMarkdown(this.#faults, this.#rows);
    if (mode === 'write') return writeFileSync(file, now);
    if (withoutSeconds(read(file)) !== withoutSeconds(now))
      this.#complain('docs/faults.md is out of date: npm run faults:write');
  }

  #complain(line) {
    this.#complaints.push(line);
    this.#count.failed += 1;
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
