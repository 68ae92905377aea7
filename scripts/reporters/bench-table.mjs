import { figureOf, mean, median, orderInWords, orderOf, quantile } from '../bench/statistics.mjs';
import { aligned, markdownRow as row } from './columns.mjs';

const ratios = ['ratio', 'ratio95', 'ratioOfMeans'];

/** `312 (308–320) ms`: the median, or another middle, and the middle half of the samples. */
export function samplesInWords(samples, unit, decimals = 0, middleOf = median) {
  if (!samples || samples.length === 0) return '–';
  const [low, high] = [0.25, 0.75].map((part) => quantile(samples, part).toFixed(decimals));
  const middle = middleOf(samples).toFixed(decimals);
  return samples.length === 1 ? `${middle} ${unit}` : `${middle} (${low}–${high}) ${unit}`;
}

const targetInWords = ({ figure, most, unit }) =>
  `≤ ${ratios.includes(figure) ? most.toFixed(2) : `${most} ${unit}`}`;

/** A measured row: its figure as text, and whether its target is met; undefined without a measurement. */
export function settled(entry, measured) {
  const figure = figureOf(entry.figure, measured);
  if (figure === undefined) return { figure, words: '–', met: undefined };
  const words = ratios.includes(entry.figure)
    ? figure.toFixed(2)
    : `${figure.toFixed(entry.decimals ?? 0)} ${entry.unit}`;
  return { figure, words, met: figure <= entry.most };
}

const verdicts = { true: 'met', false: 'MISSED', undefined: '–' };

function cells([id, entry], rows) {
  const measured = rows.get(id);
  const { words, met } = settled(entry, measured);
  const { unit, decimals } = entry;
  const middleOf = entry.figure === 'ratioOfMeans' ? mean : median;
  const samples = [measured.ours, measured.theirs].map((each) =>
    samplesInWords(each, unit, decimals, middleOf),
  );
  return [...samples, words, targetInWords(entry), verdicts[met]];
}

const measuredOnes = (entries, rows) => Object.entries(entries).filter(([id]) => rows.has(id));

/** The table for a terminal. @param rows results by row ID */
export function asText(entries, rows) {
  const found = measuredOnes(entries, rows);
  if (found.length === 0) return '';
  const lines = found.map((each) => [each[0], ...cells(each, rows)]);
  return aligned([['Row', 'Ringside', 'Against', 'Figure', 'Target', ''], ...lines], [3]);
}

/** Points of a series for a terminal. */
export function pointsAsText(points) {
  if (points.length === 0) return '';
  const lines = points.map(({ series, rows, ms, mb, refused }) => [
    series,
    String(rows),
    refused ?? samplesInWords(ms, 'ms'),
    Number.isFinite(mb) ? `${mb.toFixed(0)} MB` : '–',
  ]);
  return aligned([['Answer', 'Rows', 'Enter to paint', 'Memory after'], ...lines], [1]);
}

/** A cell of docs/benchmarks.md: `met 1.13: 400 (391–464) against 356 (345–384) ms`. */
function cellInWords(entry, measured) {
  if (!measured) return '–';
  const { words, met } = settled(entry, measured);
  if (met === undefined) return '–';
  const { unit, decimals, figure } = entry;
  const middleOf = figure === 'ratioOfMeans' ? mean : median;
  const [ours, theirs] = [measured.ours, measured.theirs].map(
    (each) => each?.length && samplesInWords(each, unit, decimals, middleOf),
  );
  if (figure === 'median' && !theirs) return `${verdicts[met]} ${ours}`;
  return `${verdicts[met]} ${words}: ${theirs ? `${ours} against ${theirs}` : ours}`;
}

const speeds = ['normal', 'slow'];

/**
 * docs/benchmarks.md.
 *
 * @param results by speed, the samples by row ID, and the points of the plot
 * @param about the version, the machine and the date
 */
export function asMarkdown(entries, results, about) {
  const lines = Object.entries(entries).map(([id, entry]) =>
    row([
      entry.what,
      entry.against,
      targetInWords(entry),
      ...speeds.map((speed) => cellInWords(entry, results[speed]?.rows[id])),
    ]),
  );
  return [
    preface,
    '## Measured on',
    '',
    ...aboutLines(about).map((line) => `- ${line}`),
    '',
    '## Targets',
    '',
    row(['What', 'Against', 'Target', 'Normal', 'Slow']),
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
    ...remarks(entries, results),
    ...growth(results.normal?.points ?? []),
  ].join('\n');
}

/** What was measured, when and on what, as lines of text. */
export function aboutLines({ commit, isChanged, date, machine, slowdown }) {
  return [
    commit
      ? `Commit ${commit}${isChanged ? ', with changes that are not committed' : ''}`
      : 'An unknown commit',
    ...(date ? [date.slice(0, 10)] : []),
    ...machine,
    ...(slowdown
      ? [
          `For the slow column, ${slowdown.by} take two thirds of each core: one thread that parses JSON is ${slowdown.oneThread.toFixed(1)} times slower, a thread on each core ${slowdown.allCores.toFixed(1)} times`,
        ]
      : []),
  ];
}

/** Remarks about single rows: how they were measured, and why a target is missed. */
function remarks(entries, results) {
  const lines = Object.entries(entries).flatMap(([id, entry]) => {
    const measured = speeds.flatMap((speed) => results[speed]?.rows[id] ?? []);
    const missed = measured.some((each) => settled(entry, each).met === false);
    const notes = [...new Set(measured.flatMap(({ note }) => note ?? []))];
    const said = [...notes, missed && `Missed: ${entry.limit ?? 'not explained yet.'}`].filter(Boolean);
    return said.length > 0 ? [`- ${entry.what}: ${said.join(' ')}`] : [];
  });
  return lines.length > 0 ? [...lines, ''] : [];
}

/** Series to plot; a point that failed has no time. */
export function panelsOf(points) {
  const series = (amount) =>
    [...new Set(points.map((each) => each.series))].map((name) => ({
      name,
      points: points
        .filter((each) => each.series === name && !each.refused)
        .map((each) => [each.rows, amount(each)]),
    }));
  return [
    { title: 'Enter to the first rows painted, in ms', series: series(({ ms }) => median(ms)) },
    { title: 'Memory of all processes afterwards, in MB', series: series(({ mb }) => mb) },
  ];
}

function growth(points) {
  if (points.length === 0) return [];
  const [times, memory] = panelsOf(points);
  const words = times.series.map(({ name, points: line }, index) => {
    // Below some hundred rows, the round trip dominates.
    const order = orderOf(line.slice(-3));
    const [first, last] = [line[0], line.at(-1)];
    const megabytes = memory.series[index].points;
    return (
      `- **${name}**: from ${first[0].toLocaleString('en')} to ${last[0].toLocaleString('en')} rows the time goes from ` +
      `${first[1].toFixed(0)} to ${last[1].toFixed(0)} ms and, over its last points, grows ${orderInWords(order)} (n^${order.toFixed(2)}); ` +
      `the memory goes from ${megabytes[0][1].toFixed(0)} to ${megabytes.at(-1)[1].toFixed(0)} MB.`
    );
  });
  return [
    '## As work grows',
    '',
    '![Time and memory as the answer grows, logarithmic on both axes](benchmarks-growth.svg)',
    '',
    ...words,
    '',
    'Each point is a Ringside of its own, and its memory what it takes after up to eight such answers. The bookings come in one',
    'slice, however many there are, of which Ringside reads 500 at a time; an API that keeps to the 50 that are asked for gives them as they are wanted.',
    '',
    row(['Answer', 'Rows', 'Enter to the first rows painted', 'Memory afterwards']),
    '| --- | --: | --: | --: |',
    ...points.map(({ series, rows, ms, mb, refused }) =>
      row([
        series,
        rows.toLocaleString('en'),
        refused ? `refused: “${refused}”` : samplesInWords(ms, 'ms'),
        Number.isFinite(mb) ? `${mb.toFixed(0)} MB` : '–',
      ]),
    ),
    '',
  ];
}

const preface = `# Benchmarks

How close Ringside comes to what is possible, measured by \`npm run bench\`, which writes this page. Figures are ratios of medians
taken in one run, in turns, after a warm-up; in brackets the middle half of the samples. "Bare" is the main process of an app that
has nothing but a blank window, packaged like Ringside with the same Electron, fuses and switches. The API is a server on loopback
whose answers are ready before they are asked for. Nothing here is part of a test.

A start ends with the first paint that has a content (Chromium's \`first-contentful-paint\`): Ringside paints nothing before its
desk, which it draws at once, focus and listeners included. Elsewhere a paint is the task after the animation frame that follows
what is waited for, and the clock starts with the time stamp of a real key. Memory is PSS (shared pages divided among those who
share them) and processor time is that of all processes of an app, both from \`/proc\`.

The column "Slow" has the same rows with each core slowed to a third, for everything that takes part: the server, the display and
the keyring as well: a loop with real-time priority interrupts the core once a millisecond. Targets are the same for both. A
dash means that a row was not measured at that speed.
`;

/** The JSON file: the version, the machine, the date, and the rows with the figures of each speed. */
export function forMachines(entries, results, about) {
  const rows = Object.entries(entries).flatMap(([id, entry]) => {
    const found = speeds.filter((speed) => results[speed]?.rows[id]);
    const figures = found.map((speed) => {
      const { outcome: _, ...measured } = results[speed].rows[id];
      const { figure, met } = settled(entry, measured);
      return [speed, { figure, met, ...measured }];
    });
    return found.length > 0
      ? [{ id, what: entry.what, unit: entry.unit, most: entry.most, ...Object.fromEntries(figures) }]
      : [];
  });
  const growth = Object.fromEntries(Object.entries(results).map(([speed, { points }]) => [speed, points]));
  return { ...about, rows, growth };
}
