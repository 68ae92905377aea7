import { expect, test } from 'vitest';
import { figureOf, median, orderInWords, orderOf, quantile, theilSenSlope } from './statistics.mjs';

test('the median does not depend on the order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test('a quantile is interpolated between its neighbours', () => {
  const tens = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
  expect(quantile(tens, 0.95)).toBe(95);
  expect(quantile(tens, 0)).toBe(0);
  expect(quantile(tens, 1)).toBe(100);
  expect(quantile([1, 2], 0.25)).toBe(1.25);
});

test('samples stay unchanged', () => {
  const samples = [3, 1, 2];
  median(samples);
  expect(samples).toEqual([3, 1, 2]);
});

test('a figure is a ratio of medians, a percentile or a median', () => {
  const measured = { ours: [10, 20, 30], theirs: [9, 10, 11] };
  expect(figureOf('ratio', measured)).toBe(2);
  expect(figureOf('ratio95', measured)).toBeCloseTo(2.9);
  expect(figureOf('ratioOfMeans', { ours: [0, 0, 3], theirs: [1, 0, 1] })).toBe(1.5);
  expect(figureOf('median', measured)).toBe(20);
  expect(figureOf('p95', measured)).toBeCloseTo(29);
});

test('what could not be measured has no figure', () => {
  expect(figureOf('ratio', { ours: [] })).toBeUndefined();
});

test('the order of growth is the exponent', () => {
  const grown = (power) => [10, 100, 1000].map((rows) => [rows, 3 * rows ** power]);
  for (const power of [0, 0.5, 1, 2]) expect(orderOf(grown(power))).toBeCloseTo(power);
  expect([0, 0.5, 1, 1.3, 2].map(orderInWords)).toEqual([
    'hardly at all',
    'slower than linear',
    'linearly',
    'a little faster than linear',
    'faster than linear',
  ]);
});

test('the slope is that of most pairs, whatever single points say', () => {
  const line = [0, 1, 2, 3, 4, 5, 6].map((x) => [x, 10 + 2 * x]);
  expect(theilSenSlope(line)).toBe(2);
  expect(theilSenSlope(line.with(3, [3, 900]))).toBeCloseTo(2);
  expect(theilSenSlope([...line, [3, 16]])).toBe(2);
});
