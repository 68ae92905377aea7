import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { growthPlot } from '../bench/growth-plot.mjs';
import { machineLines } from '../bench/machine.mjs';
import { root } from '../bootstrap/paths.mjs';
import { asMarkdown, asText, panelsOf, pointsAsText, settled } from './bench-table.mjs';
import { printClosingLine } from './closing-line.mjs';

/**
 * Prints the results of the benchmark; a complete run writes docs/benchmarks.md. Playwright loads reporters by their
 * default export.
 */
export default class Bench {
  #rows = new Map();
  #points = [];
  #count = { passed: 0, failed: 0, skipped: 0 };

  constructor({ rows }) {
    this.entries = rows;
  }

  onTestEnd(test, result) {
    const ended =
      result.status === 'skipped' ? 'skipped' : result.status === test.expectedStatus ? 'passed' : 'failed';
    this.#count[ended] += 1;
    for (const { type, description } of result.annotations) {
      const { row, ...measured } = JSON.parse(description ?? '{}');
      if (type === 'measured') this.#rows.set(row, measured);
      if (type === 'point') this.#points.push(measured);
    }
  }

  onError() {
    this.#count.failed += 1;
  }

  onEnd() {
    const { failed, passed } = this.#count;
    const whole =
      process.env.RINGSIDE_TABLE === 'write' && Object.keys(this.entries).every((id) => this.#rows.has(id));
    const machine = machineLines(process.env.RINGSIDE_BENCH_ELECTRON ?? process.version);
    const json = process.env.RINGSIDE_BENCH_JSON;
    if (json) writeFileSync(json, `${JSON.stringify(this.#forMachines(machine), null, 2)}\n`);
    if (whole && failed === 0) {
      const docs = join(root, 'docs');
      writeFileSync(join(docs, 'benchmarks.md'), asMarkdown(this.entries, this.#rows, this.#points, machine));
      writeFileSync(join(docs, 'benchmarks-growth.svg'), growthPlot(panelsOf(this.#points)));
    }
    return failed > 0 || passed === 0 ? { status: 'failed' } : undefined;
  }

  // Called after the summaries of all other reporters.
  onExit() {
    for (const table of [asText(this.entries, this.#rows), pointsAsText(this.#points)])
      if (table) process.stdout.write(`\n${table}\n`);
    printClosingLine('bench', this.#count);
  }

  #forMachines(machine) {
    const rows = [...this.#rows].map(([id, measured]) => {
      const { figure, met } = settled(this.entries[id], measured);
      const { most, unit } = this.entries[id];
      return { id, figure, most, met, unit, ...measured };
    });
    return { machine, rows, growth: this.#points };
  }
}
