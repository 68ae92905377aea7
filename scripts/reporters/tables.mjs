import { writeFileSync } from 'node:fs';
import { growthPlot } from '../bench/growth-plot.mjs';
import { machineLines } from '../bench/machine.mjs';
import * as bench from './bench-table.mjs';
import * as faults from './faults-table.mjs';
import * as security from './security-table.mjs';
import * as updates from './updates-table.mjs';

const same = (text) => text;

/** Reads the result of a test from its annotations; the one of this type names the row. */
const namedBy = (type) => (annotations) => {
  const result = Object.fromEntries(annotations.map((each) => [each.type, each.description]));
  return result[type] ? [[result[type], result]] : [];
};

/** @returns {import('./suite-reporter.mjs').Table} table of the faults, and docs/faults.md */
export function faultsTable(entries) {
  return {
    entries,
    resultsOf: namedBy('fault'),
    asText: faults.asText,
    documents: (all, rows) => [
      { file: 'docs/faults.md', text: faults.asMarkdown(all, rows), comparable: faults.withoutSeconds },
    ],
  };
}

/** @returns {import('./suite-reporter.mjs').Table} table of the attacks, and docs/security.md */
export function securityTable(entries) {
  return {
    entries,
    resultsOf: namedBy('attack'),
    asText: security.asText,
    documents: (all, rows) => [
      { file: 'docs/security.md', text: security.asMarkdown(all, rows), comparable: same },
    ],
  };
}

/** @returns {import('./suite-reporter.mjs').Table} table of the courses of an update */
export function updatesTable(entries) {
  return { entries, resultsOf: namedBy('course'), asText: updates.asText };
}

/** @returns {import('./suite-reporter.mjs').Table} table of the benchmark, docs/benchmarks.md and its plot */
export function benchTable(entries) {
  const points = [];
  const machine = () => machineLines(process.env.RINGSIDE_BENCH_ELECTRON ?? process.version);
  return {
    entries,
    resultsOf(annotations) {
      const read = (type) =>
        annotations.filter((each) => each.type === type).map(({ description }) => JSON.parse(description));
      points.push(...read('point'));
      return read('measured').map(({ row, ...result }) => [row, result]);
    },
    asText: (all, rows) => [bench.asText(all, rows), bench.pointsAsText(points)].filter(Boolean).join('\n\n'),
    documents: (all, rows) => [
      { file: 'docs/benchmarks.md', text: bench.asMarkdown(all, rows, points, machine()) },
      { file: 'docs/benchmarks-growth.svg', text: growthPlot(bench.panelsOf(points)) },
    ],
    onEnd(all, rows) {
      const json = process.env.RINGSIDE_BENCH_JSON;
      if (!json) return;
      const results = [...rows].map(([id, result]) => bench.forMachines(id, all[id], result));
      writeFileSync(
        json,
        `${JSON.stringify({ machine: machine(), rows: results, growth: points }, null, 2)}\n`,
      );
    },
  };
}
