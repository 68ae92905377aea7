import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { printClosingLine } from './closing-line.mjs';

/**
 * Reporter for tests that are rows of a table: prints the table, and compares the document that is generated from it with
 * the run.
 *
 * `rows` maps the ID of each row to its result: `outcome`, and the annotations of its test.
 */
export class TableReporter {
  #rows = new Map();
  #count = { passed: 0, failed: 0, skipped: 0 };
  #complaints = [];

  /**
   * @param {object} table
   * @param {string} table.name name of the runner in its closing line
   * @param {string} table.annotation type of the annotation that names the row of a test
   * @param {Record<string, object>} table.entries all rows, by ID
   * @param {string} [table.file] path of the document, if there is one
   * @param {(entries: object, rows: Map<string, object>) => string} table.asText
   * @param {(entries: object, rows: Map<string, object>) => string} [table.asMarkdown]
   * @param {(markdown: string) => string} [table.comparable] removes what differs between runs
   */
  constructor(table) {
    this.table = { comparable: (markdown) => markdown, ...table };
  }

  onTestEnd(test, result) {
    const { status } = result;
    const outcome = status === 'skipped' ? 'skipped' : status === test.expectedStatus ? 'passed' : 'failed';
    this.#count[outcome] += 1;
    const said = Object.fromEntries(result.annotations.map(({ type, description }) => [type, description]));
    const id = said[this.table.annotation];
    // A test without a row is a control: it is counted, but is in no table.
    if (id) this.#rows.set(id, { ...said, outcome });
  }

  onError() {
    this.#count.failed += 1;
  }

  onEnd() {
    const mode = process.env.RINGSIDE_TABLE ?? 'part';
    if (mode !== 'part') {
      for (const id of Object.keys(this.table.entries))
        if (!this.#rows.has(id)) this.#complain(`No test carries out "${id}"`);
      if (this.#count.failed + this.#count.skipped === 0) this.#settle(mode);
    }
    const { passed, failed } = this.#count;
    return failed > 0 || passed === 0 ? { status: 'failed' } : undefined;
  }

  // Called after the summaries of all other reporters.
  onExit() {
    const { name, entries, asText } = this.table;
    process.stdout.write(`\n${asText(entries, this.#rows)}\n`);
    for (const line of this.#complaints) process.stdout.write(`\n${line}\n`);
    printClosingLine(name, this.#count);
  }

  /** Writes the document, or compares it with this run. */
  #settle(mode) {
    const { name, entries, file, asMarkdown, comparable } = this.table;
    if (!file) return;
    const now = asMarkdown(entries, this.#rows);
    if (mode === 'write') return writeFileSync(file, now);
    if (comparable(read(file)) !== comparable(now))
      this.#complain(`${relative(root, file)} is out of date: npm run ${name}:write`);
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
