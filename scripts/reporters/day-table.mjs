import { median, theilSenSlope } from '../bench/statistics.mjs';
import { markdownRow } from './columns.mjs';

/** Lookups of a day. */
const lookupsOfDay = 2_000;

/** Part of the samples that is left out at the beginning: caches fill. */
const warmUp = 1 / 4;

/** Lookups after which the code and the caches of a page are warm. */
const pageWarmUp = 150;

/**
 * Growth of a quantity in a day of 2,000 lookups. It is the median of the slopes between all pairs of samples (Theil and Sen), which
 * single outliers do not change.
 *
 * @param {{ isOfPage?: true }} quantity
 * @param {string} id of the quantity
 * @param {{ lookups: number, pageLookups: number, values: Record<string, number> }[]} samples
 */
export function growthOf({ isOfPage = false }, id, samples) {
  const settled = samples.slice(Math.floor(samples.length * warmUp));
  const slopeBy = (count, chosen) =>
    theilSenSlope(chosen.map((sample) => [sample[count], sample.values[id]]));
  const slopes = [slopeBy('lookups', settled)];
  const warm = samples.filter(({ pageLookups }) => pageLookups > pageWarmUp);
  if (isOfPage && warm.length > 1) slopes.push(slopeBy('pageLookups', warm));
  return Math.max(...slopes) * lookupsOfDay;
}

/** A line of the table: what, the middle of the first, second and last third, growth, limit and verdict. */
function cells(id, quantity, samples) {
  const { what, unit, most } = quantity;
  const third = Math.floor(samples.length / 3);
  const parts = [samples.slice(0, third), samples.slice(third, -third), samples.slice(-third)];
  const decimals = unit === 'MB' ? 1 : 0;
  const middles = parts.map((each) => median(each.map(({ values }) => values[id])).toFixed(decimals));
  const growth = growthOf(quantity, id, samples);
  const sign = growth < 0 ? '−' : '+';
  const words = `${sign}${Math.abs(growth).toFixed(unit === 'kB' ? 0 : 1)}`;
  return [
    unit ? `${what}, ${unit}` : what,
    ...middles,
    words,
    `≤ ${most}`,
    growth <= most ? 'flat' : 'GROWS',
  ];
}

const heading = ['What', 'First third', 'Second', 'Last', 'Growth a day', 'Flat', ''];
const rule = ['---', '--:', '--:', '--:', '--:', '--:', '---'];

/**
 * The table of a day in Markdown with aligned columns, for a terminal and for docs/performance.md.
 *
 * @param {Record<string, object>} quantities
 * @param {{ samples: object[] } | undefined} day what was measured
 */
export function asText(quantities, day) {
  if (!day) return '';
  const lines = Object.entries(quantities).map(([id, quantity]) => cells(id, quantity, day.samples));
  const toTheRight = rule.flatMap((cell, index) => (cell === '--:' ? [index] : []));
  const all = [heading, rule, ...lines];
  const widths = heading.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const pad = (cell, column) =>
    toTheRight.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  return all.map((line) => markdownRow(line.map(pad))).join('\n');
}
