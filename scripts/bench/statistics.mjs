/** Quantile of the samples, interpolated between neighbours. @param part 0 to 1 */
export function quantile(samples, part) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  return below + (above - below) * (at - Math.floor(at));
}

export const mean = (samples) => samples.reduce((sum, each) => sum + each, 0) / samples.length;

export const median = (samples) => quantile(samples, 0.5);

/**
 * Slope of a line through the points: the median of the slopes of all pairs (Theil and Sen). Points with the same x make no pair.
 *
 * @param {[x: number, y: number][]} points at least two with different x
 */
export function theilSenSlope(points) {
  const slopes = points.flatMap(([x, y], index) =>
    points.slice(index + 1).flatMap(([later, value]) => (later === x ? [] : [(value - y) / (later - x)])),
  );
  return median(slopes);
}

/** Figure of a row: see `Figure` in e2e/bench/table.ts. Undefined when it could not be measured. */
export function figureOf(figure, { ours, theirs = [] }) {
  if (ours.length === 0) return undefined;
  const figures = {
    median: () => median(ours),
    p95: () => quantile(ours, 0.95),
    ratioOfMeans: () => mean(ours) / mean(theirs),
    ratio: () => median(ours) / median(theirs),
    ratio95: () => quantile(ours, 0.95) / median(theirs),
  };
  return figures[figure]();
}

/**
 * Order of growth with the number of rows: the slope of the line through the logarithms of the points (least
 * squares). 1 is linear, 0 is constant.
 *
 * @param points pairs of rows and amount, at least two
 */
export function orderOf(points) {
  const logs = points.map(([rows, amount]) => [Math.log(rows), Math.log(amount)]);
  const [x, y] = [0, 1].map((column) => mean(logs.map((each) => each[column])));
  const above = logs.reduce((sum, each) => sum + (each[0] - x) * (each[1] - y), 0);
  const below = logs.reduce((sum, each) => sum + (each[0] - x) ** 2, 0);
  return above / below;
}

/** The order of growth in a word. */
export function orderInWords(order) {
  if (order < 0.15) return 'hardly at all';
  if (order < 0.85) return 'slower than linear';
  if (order <= 1.15) return 'linearly';
  return order <= 1.5 ? 'a little faster than linear' : 'faster than linear';
}
