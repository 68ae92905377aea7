import { type Desk, isSlow, limitRow, test } from './fixtures';
import type { Sight } from './probe';
import { settledMemoryOf } from './processes';
import { inTurns, record, recordPoint } from './record';
import { manyBookings, searches } from './server';
import type { SeriesId } from './table';

/** Number of runs after the warm-up; slow points take fewer. */
const runs = 7;
const longestMs = 15_000;

const customers = Object.entries(searches).map(([name, rows]) => ({
  rows,
  text: name,
  sight: { hits: true } as const,
}));
const bookings = [10, 100, 1_000, 10_000].map((rows) => {
  // One slice with all bookings. Only rows in view are drawn, so the first ones show that it is there.
  return { rows, text: `id:${manyBookings + rows}`, sight: { texts: ['past 1'] } };
});

const series: Record<SeriesId, { rows: number; text: string; sight: Sight }[]> = { customers, bookings };

for (const [name, points] of Object.entries(series) as [SeriesId, (typeof series)[SeriesId]][])
  for (const { rows, text, sight } of points)
    test(`growth: ${rows} ${name}`, async ({ bench }) => {
      test.skip(isSlow, 'The plot shows growth at normal speed.');
      limitRow(3);
      // A new Ringside for each point, because the memory of a large answer would affect a smaller one.
      const { look, page, pid } = await bench.openDesk();
      await look(text, sight);
      const ms: number[] = [];
      const started = Date.now();
      while (ms.length < runs && (ms.length === 0 || Date.now() - started < longestMs))
        ms.push(await look(text, sight));
      const refused = await page.getByRole('region', { name: 'Error diagnostics' }).isVisible();
      const words = await page.getByRole('complementary').first().innerText();
      const mb = await settledMemoryOf(pid);
      recordPoint(name, { rows, ms, mb, ...(refused && { refused: words.split(/\n+/)[1] ?? words }) });
    });

test('manyBookings manyBookingsMemory', async ({ bench }) => {
  limitRow(4);
  const desks = { many: await bench.openDesk(), few: await bench.openDesk() };
  const once = ({ look }: Desk, rows: number) => {
    return () => look(`id:${manyBookings + rows}`, { texts: ['past 1'] });
  };
  record('manyBookings', await inTurns(9, once(desks.many, 10_000), once(desks.few, 100)));
  const memory = [desks.many.pid, desks.few.pid].map(settledMemoryOf);
  const [many, few] = await Promise.all(memory);
  record('manyBookingsMemory', { ours: [many ?? Number.NaN], theirs: [few ?? Number.NaN] });
});
