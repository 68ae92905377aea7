import { test } from './fixtures';
import type { Sight } from './probe';
import { settledMemoryOf, tellsProcesses } from './processes';
import { recordPoint } from './record';
import { balanceOf, manyBookings, searches } from './server';
import type { SeriesId } from './table';

/** Runs after the warm-up; a point that takes long takes fewer. */
const runs = 7;
const longestMs = 15_000;

const customers = Object.entries(searches).map(([name, rows]) => ({
  rows,
  text: name,
  sight: { rows: true } as const,
}));
const bookings = [10, 100, 1_000, 10_000].map((rows) => {
  const id = manyBookings + rows;
  return { rows, text: `id:${id}`, sight: { text: balanceOf(id) } };
});

const series: Record<SeriesId, { rows: number; text: string; sight: Sight }[]> = { customers, bookings };

for (const [name, points] of Object.entries(series) as [SeriesId, (typeof series)[SeriesId]][])
  for (const { rows, text, sight } of points)
    test(`growth: ${rows} ${name}`, async ({ bench }) => {
      test.setTimeout(90_000);
      // Each in a Ringside of its own: what a larger answer leaves behind is no memory of a smaller one.
      const { look, page, pid } = await bench.openDesk();
      const wanted: Sight = name === 'bookings' ? { text: `part ${rows - 1}` } : sight;
      await look(text, wanted);
      const ms: number[] = [];
      const started = Date.now();
      while (ms.length < runs && (ms.length < 1 || Date.now() - started < longestMs))
        ms.push(await look(text, wanted));
      const refused = await page
        .getByRole('region', { name: 'Error diagnostics' })
        .getByRole('group')
        .first();
      const failed = (await refused.count()) > 0 ? await page.locator('aside').innerText() : undefined;
      const mb = tellsProcesses ? await settledMemoryOf(pid) : Number.NaN;
      recordPoint(name, { rows, ms, mb, ...(failed && { refused: failed.replace(/\s+/g, ' ') }) });
    });
