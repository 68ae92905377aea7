import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { printClosingLine, proves } from './closing-line.mjs';
import { lineIn, placeOf, reasonOf } from './failure.mjs';

/**
 * What a suite whose tests are rows of a table adds to its run.
 *
 * @typedef {object} Table
 * @property {Record<string, object>} entries all rows, by ID
 * @property {(annotations: { type: string, description?: string }[]) => [id: string, result: object][]} resultsOf the
 * rows of a test, and what it found; empty for a test without a row
 * @property {(entries: object, rows: Map<string, object>) => string} asText the table for a terminal
 * @property {(entries: object, rows: Map<string, object>) => Document[]} [documents]
 * @property {(entries: object, rows: Map<string, object>) => void} [onEnd] called after each run, complete or partial
 *
 * @typedef {object} Document
 * @property {string} file path in the repository
 * @property {string} text
 * @property {(text: string) => string} [comparable] removes what differs between runs; absent where nothing is compared
 */

/**
 * Reporter of every Playwright suite: prints its closing line and, for a suite with a table, the table; writes the
 * documents that are generated from it, or compares them with the run. Playwright loads reporters by their default
 * export.
 */
export default class SuiteReporter {
  #rows = new Map();
  #count = { passed: 0, failed: 0, skipped: 0 };
  #complaints = [];
  #failures = [];

  /**
   * @param {object} options
   * @param {string} options.suite
   * @param {Table} [options.table]
   * @param {boolean} [options.maySkip] a run in which every test is skipped passes; otherwise it proves nothing and fails
   */
  constructor({ suite, table, maySkip = false }) {
    this.suite = suite;
    this.table = table;
    this.maySkip = maySkip;
  }

  onTestEnd(test, { status, annotations, error }) {
    const outcome = status === 'skipped' ? 'skipped' : status === test.expectedStatus ? 'passed' : 'failed';
    this.#count[outcome] += 1;
    if (outcome === 'failed') this.#failures.push(failureOf(test, error ?? { message: status }));
    for (const [id, result] of this.table?.resultsOf(annotations) ?? [])
      this.#rows.set(id, { ...result, outcome });
  }

  onError(error) {
    this.#count.failed += 1;
    const { file, line } = error.location ?? {};
    this.#failures.push({
      title: 'outside of a test',
      ...(file && { place: placeOf(relative(root, file), line) }),
      reason: reasonOf(error),
    });
  }

  onEnd() {
    const mode = process.env.RINGSIDE_TABLE ?? 'part';
    const { table } = this;
    table?.onEnd?.(table.entries, this.#rows);
    if (table && mode !== 'part') {
      for (const id of Object.keys(table.entries))
        if (!this.#rows.has(id)) this.#complain(`No test carries out "${id}"`);
      if (this.#count.failed + this.#count.skipped === 0) this.#settle(mode);
    }
    const fails = table
      ? this.#count.failed > 0 || this.#count.passed === 0
      : !this.maySkip && !proves(this.#count);
    return fails ? { status: 'failed' } : undefined;
  }

  // Called after the summaries of all other reporters.
  onExit() {
    const { table, suite } = this;
    if (table) process.stdout.write(`\n${table.asText(table.entries, this.#rows)}\n`);
    for (const line of this.#complaints) process.stdout.write(`\n${line}\n`);
    printClosingLine(suite, this.#count, this.#failures);
  }

  /** Writes the documents, or compares them with this run. */
  #settle(mode) {
    for (const { file, text, comparable } of this.table.documents?.(this.table.entries, this.#rows) ?? []) {
      if (mode === 'write') writeFileSync(join(root, file), text);
      else if (comparable && comparable(read(file)) !== comparable(text))
        this.#complain(`${file} is out of date: npm run ${this.suite}:write`);
    }
  }

  #complain(line) {
    this.#complaints.push(line);
    this.#failures.push({ title: line });
    this.#count.failed += 1;
  }
}

function failureOf(test, error) {
  // The root, the project and the file come first.
  const [, , , ...titles] = test.titlePath();
  const file = fileOf(test);
  const line = lineIn(error.stack, file) ?? (test.location.file === file ? test.location.line : undefined);
  return { title: titles.join(' › '), place: placeOf(relative(root, file), line), reason: reasonOf(error) };
}

/** File of a test. Its own location is that of the helper that declared it. */
function fileOf({ parent }) {
  let suite = parent;
  while (suite.type !== 'file') suite = suite.parent;
  return suite.location.file;
}

function read(file) {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}
