import { expect, test } from 'vitest';
import { asMarkdown, asText, panelsOf, samplesInWords, settled } from './bench-table.mjs';

const start = { what: 'Start', against: 'a blank window', figure: 'ratio', unit: 'ms', most: 1.25 };
const near = { ours: [240, 250, 260], theirs: [200, 200, 200] };
const far = { ours: [390, 400, 410], theirs: [200, 200, 200] };

test('samples are shown as their median and middle half', () => {
  expect(samplesInWords([400, 100, 300, 200, 500], 'ms')).toBe('300 (200–400) ms');
  expect(samplesInWords([1.26], 'MB', 1)).toBe('1.3 MB');
  expect(samplesInWords(undefined, 'MB')).toBe('–');
});

test('a target is met up to its exact value', () => {
  expect(settled(start, near)).toMatchObject({ words: '1.25', met: true });
  expect(settled(start, far)).toMatchObject({ words: '2.00', met: false });
  expect(settled(start, { ours: [] })).toMatchObject({ words: '–', met: undefined });
});

test('the table has a line for every measured row, and marks missed targets', () => {
  const text = asText(
    { start, memory: { ...start, unit: 'MB' }, unmeasured: start },
    new Map([
      ['start', near],
      ['memory', far],
    ]),
  );
  expect(text.split('\n')).toHaveLength(3);
  expect(text).toMatch(/^start .* 250 \(245–255\) ms .* 1\.25 .* ≤ 1\.25 +met$/m);
  expect(text).toMatch(/^memory .* 2\.00 .* MISSED$/m);
});

const machine = ['2 cores'];

test('the document says why a target is missed, or that it is not explained', () => {
  const written = (entry, measured) =>
    asMarkdown({ start: entry }, new Map([['start', measured]]), [], machine);
  expect(written({ ...start, limit: 'The disk.' }, far)).toContain('- Start: Missed: The disk.');
  expect(written(start, far)).toContain('- Start: Missed: not explained yet.');
  expect(written({ ...start, limit: 'The disk.' }, near)).not.toContain('The disk.');
  expect(written(start, { ours: [], note: 'Needs jq.' })).toContain('- Start: Needs jq.');
});

const point = (rows, ms, mb, more) => ({ series: 'customers', rows, ms: [ms], mb, ...more });
const points = [
  point(10, 1, 300),
  point(100, 10, 310),
  point(1000, 100, 320),
  point(20000, 5, 320, { refused: 'Too large.' }),
];

test('a failed answer is reported, and is no point of the plot', () => {
  const [times] = panelsOf(points);
  expect(times.series).toEqual([
    {
      name: 'customers',
      points: [
        [10, 1],
        [100, 10],
        [1000, 100],
      ],
    },
  ]);
  const written = asMarkdown({}, new Map(), points, machine);
  expect(written).toContain('from 1 to 100 ms and, over its last points, grows linearly (n^1.00)');
  expect(written).toContain('refused: “Too large.”');
});
