import { expect, test } from 'vitest';
import { asMarkdown, asText, forMachines, panelsOf, samplesInWords, settled } from './bench-table.mjs';

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

const about = { commit: 'abc123', isChanged: false, date: '2026-11-28T20:00:00.000Z', machine: ['2 cores'] };
const run = (rows, points = []) => ({ rows, points });

test('the document has a column for each speed', () => {
  const blockMain = { what: 'Block', against: '–', figure: 'median', unit: 'ms', most: 33 };
  const entries = { start, blockMain, unmeasured: start };
  const results = { normal: run({ start: near, blockMain: { ours: [20] } }), slow: run({ start: far }) };
  const written = asMarkdown(entries, results, about);
  expect(written).toContain(
    '| Start | a blank window | ≤ 1.25 | met 1.25: 250 (245–255) ms against 200 (200–200) ms | MISSED 2.00: 400 (395–405) ms against 200 (200–200) ms |',
  );
  expect(written).toContain('| Block | – | ≤ 33 ms | met 20 ms | – |');
  expect(written).toContain('| Start | a blank window | ≤ 1.25 | – | – |');
});

test('the document says why a target is missed at one of the speeds, or that it is not explained', () => {
  const written = (entry, normal, slow = normal) =>
    asMarkdown({ start: entry }, { normal: run({ start: normal }), slow: run({ start: slow }) }, about);
  expect(written({ ...start, limit: 'The disk.' }, near, far)).toContain('- Start: Missed: The disk.');
  expect(written(start, far)).toContain('- Start: Missed: not explained yet.');
  expect(written({ ...start, limit: 'The disk.' }, near)).not.toContain('The disk.');
  const note = 'Needs jq.';
  expect(written(start, { ours: [], note })).toContain('- Start: Needs jq.\n');
});

test('the document says which version was measured, when, on what, and how much slower', () => {
  const slowdown = { by: 'real-time loops', oneThread: 2.98, allCores: 3.04 };
  const written = (more) => asMarkdown({}, {}, { ...about, ...more });
  expect(written({ slowdown })).toContain(
    '- Commit abc123\n- 2026-11-28\n- 2 cores\n- For the slow column, real-time loops take',
  );
  expect(written({ slowdown })).toContain(
    'one thread that parses JSON is 3.0 times slower, a thread on each core 3.0 times',
  );
  expect(written({ isChanged: true })).toContain('- Commit abc123, with changes that are not committed');
  expect(written({ commit: undefined })).toContain('- An unknown commit');
});

test('the JSON file has the figures of each speed', () => {
  const results = { normal: run({ start: { ...near, outcome: 'passed' } }), slow: run({ start: far }) };
  expect(forMachines({ start, unmeasured: start }, results, about)).toEqual({
    ...about,
    rows: [
      {
        id: 'start',
        what: 'Start',
        unit: 'ms',
        most: 1.25,
        normal: { figure: 1.25, met: true, ...near },
        slow: { figure: 2, met: false, ...far },
      },
    ],
    growth: { normal: [], slow: [] },
  });
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
  const written = asMarkdown({}, { normal: run({}, points) }, about);
  expect(written).toContain('from 1 to 100 ms and, over its last points, grows linearly (n^1.00)');
  expect(written).toContain('refused: “Too large.”');
});
