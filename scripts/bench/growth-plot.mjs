/** Size of each panel, in pixels. */
const panel = { width: 380, height: 250, left: 62, top: 34, gap: 40, bottom: 46 };

// Grey and two colours that are readable on white and on black, and distinguishable for colour-blind readers.
const ink = '#7d8590';
const colours = { customers: '#2f81f7', bookings: '#d1742f' };

/** Powers of ten around the values, and the position of a value between them, from 0 to 1. */
function scaleOf(values) {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)),
    place: (value) => (Math.log10(value) - first) / (last - first),
  };
}

const label = (value) => (value >= 1 ? value.toLocaleString('en') : String(value));
const text = (x, y, words, anchor = 'middle') =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;

function drawPanel(index, title, series) {
  const left = panel.left + index * (panel.width + panel.gap + panel.left);
  const { top, width, height } = panel;
  const points = series.flatMap((each) => each.points);
  const across = scaleOf(points.map(([rows]) => rows));
  const up = scaleOf(points.map(([, amount]) => amount));
  const x = (rows) => Math.round((left + across.place(rows) * width) * 10) / 10;
  const y = (amount) => Math.round((top + (1 - up.place(amount)) * height) * 10) / 10;
  const grid = [
    ...across.ticks.map((tick) => `<path class="grid" d="M${x(tick)} ${top}v${height}"/>`),
    ...up.ticks.map((tick) => `<path class="grid" d="M${left} ${y(tick)}h${width}"/>`),
    ...across.ticks.map((tick) => text(x(tick), top + height + 18, label(tick))),
    ...up.ticks.map((tick) => text(left - 8, y(tick) + 4, label(tick), 'end')),
  ];
  const lines = series.map(({ name, points: line }) => {
    const colour = colours[name];
    const path = line.map(([rows, amount]) => `${x(rows)} ${y(amount)}`).join('L');
    const dots = line.map(
      ([rows, amount]) => `<circle cx="${x(rows)}" cy="${y(amount)}" r="3.5" fill="${colour}"/>`,
    );
    return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
  });
  return [
    ...grid,
    ...lines,
    text(left, top - 14, title, 'start'),
    text(left + width / 2, top + height + 38, 'rows in the answer'),
  ];
}

/**
 * Two panels side by side with logarithmic axes: a line of slope one is linear growth.
 *
 * @param {{ title: string, series: { name: 'customers'
 * 'bookings', points: [number, number][] }[] }[]} panels points are pairs of rows and amount, both above 0
 */
export function growthPlot(panels) {
  const width = 2 * (panel.left + panel.width + panel.gap);
  const height = panel.top + panel.height + panel.bottom + 24;
  const legend = Object.entries(colours).map(([name, colour], index) => {
    const x = panel.left + index * 120;
    const y = height - 10;
    return `<circle cx="${x + 4}" cy="${y - 4}" r="4" fill="${colour}"/>${text(x + 14, y, name, 'start')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '<title>Time and memory as the answer grows</title>',
    `<style>text{font:12px sans-serif;fill:${ink}}.grid{stroke:${ink};stroke-opacity:.3;fill:none}</style>`,
    ...panels.flatMap(({ title, series }, index) => drawPanel(index, title, series)),
    ...legend,
    '</svg>',
    '',
  ].join('\n');
}
