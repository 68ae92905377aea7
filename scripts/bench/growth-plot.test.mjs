import { expect, test } from 'vitest';
import { growthPlot } from './growth-plot.mjs';

const panels = [
  {
    title: 'Time in ms',
    series: [
      {
        name: 'customers',
        points: [
          [10, 10],
          [100, 100],
          [1000, 1000],
        ],
      },
      {
        name: 'bookings',
        points: [
          [10, 20],
          [1000, 20],
        ],
      },
    ],
  },
  {
    title: 'Memory in MB',
    series: [
      {
        name: 'customers',
        points: [
          [10, 300],
          [1000, 400],
        ],
      },
    ],
  },
];

const dots = (svg) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="3.5" fill="([^"]+)"/g)].map(([, x, y, fill]) => ({
    x: Number(x),
    y: Number(y),
    fill,
  }));

test('linear growth is a straight line, and no growth a level one', () => {
  const [a, b, c, level, end] = dots(growthPlot(panels));
  expect(b.x - a.x).toBeCloseTo(c.x - b.x, 0);
  expect(a.y - b.y).toBeCloseTo(b.y - c.y, 0);
  expect(a.y).toBeGreaterThan(c.y);
  expect(level.y).toBe(end.y);
});

test('every point is inside the picture, each series in its colour', () => {
  const svg = growthPlot(panels);
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
  const all = dots(svg);
  expect(all).toHaveLength(7);
  for (const { x, y } of all) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(Number(width));
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(Number(height));
  }
  expect(new Set(all.map(({ fill }) => fill)).size).toBe(2);
  expect(svg).toContain('Memory in MB');
});
