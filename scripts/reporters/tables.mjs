import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { growthPlot } from '../bench/growth-plot.mjs';
import * as bench from './bench-table.mjs';
import * as day from './day-table.mjs';
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

/**
 * Table of one run of the benchmark, at one speed of the processors. The last run also writes the JSON file and
 * docs/benchmarks.md with its plot, of all runs.
 *
 * @returns {import('./suite-reporter.mjs').Table}
 */
export function benchTable(entries) {
  const { speed, about, folder, isLast, json } = JSON.parse(process.env.RINGSIDE_BENCH_RUN ?? '{}');
  const points = [];
  const fileOf = (each) => join(folder, `${each}.json`);
  const results = () =>
    Object.fromEntries(
      ['normal', 'slow']
        .filter((each) => existsSync(fileOf(each)))
        .map((each) => [each, readJson(fileOf(each))]),
    );
  return {
    entries,
    resultsOf(annotations) {
      const read = (type) =>
        annotations.filter((each) => each.type === type).map(({ description }) => JSON.parse(description));
      points.push(...read('point'));
      return read('measured').map(({ row, ...result }) => [row, result]);
    },
    asText: (all, rows) => [bench.asText(all, rows), bench.pointsAsText(points)].filter(Boolean).join('\n\n'),
    documents: () => [
      { file: 'docs/benchmarks.md', text: bench.asMarkdown(entries, results(), about) },
      { file: 'docs/benchmarks-growth.svg', text: growthPlot(bench.panelsOf(results().normal.points)) },
    ],
    onEnd(_, rows) {
      if (!folder) return;
      writeFileSync(fileOf(speed), JSON.stringify({ rows: Object.fromEntries(rows), points }));
      if (isLast && json)
        writeFileSync(json, `${JSON.stringify(bench.forMachines(entries, results(), about), null, 2)}\n`);
    },
  };
}

/** @returns {import('./suite-reporter.mjs').Table} table of what may not grow over a day; it has no rows that can be missing */
export function dayTable(quantities) {
  const { json, about } = JSON.parse(process.env.RINGSIDE_DAY_RUN ?? '{}');
  let measured;
  return {
    entries: {},
    resultsOf(annotations) {
      const found = annotations.find(({ type }) => type === 'day');
      if (found) measured = JSON.parse(found.description);
      return [];
    },
    asText: () => day.asText(quantities, measured),
    onEnd() {
      if (!json || !measured) return;
      mkdirSync(dirname(json), { recursive: true });
      writeFileSync(json, `${JSON.stringify({ ...about, ...measured }, null, 2)}\n`);
    },
  };
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
