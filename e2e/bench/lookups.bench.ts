import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { quantile } from '../../scripts/bench/statistics.mjs';
import { canaryKey } from '../saved-studios';
import { isSlow, limitRow, slowPage, test } from './fixtures';
import { installProbe } from './probe';
import { memoryOf } from './processes';
import { inTurns, record } from './record';
import { balanceOf } from './server';

const frameMs = 1000 / 60;
const headers = { 'X-API-KEY': canaryKey, Accept: 'application/json', 'Accept-Language': 'en' };

test('lookup lookup95', async ({ desk, bare, shared: { server } }) => {
  limitRow(3);
  const measured = await inTurns(
    40,
    (index) => desk.look(`1-${110_000 + index}`, { texts: [balanceOf(110_000 + index)] }),
    async (index) => {
      const id = 120_000 + index;
      const paths = [`/v1/customers/by?customerNumber=1-${id}`, `/v1/customers/${id}/account/balances`];
      return (await bare.ask(paths.map((path) => ({ url: server.origin + path, headers })))) + frameMs;
    },
  );
  record('lookup', measured);
  const own = quantile(measured.theirs, 0.95) / quantile(measured.theirs, 0.5);
  const note = `The bare requests' own 95th percentile is ${own.toFixed(2)} of their median${isSlow ? ' (slow)' : ''}.`;
  record('lookup95', { ...measured, note });
});

test('search', async ({ desk, bare, shared: { server } }) => {
  limitRow(4);
  const request = {
    url: `${server.origin}/v1/customers/search`,
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ lastName: 'be' }),
  };
  record(
    'search',
    await inTurns(
      9,
      () => desk.look('be', { hits: true }),
      () => bare.ask([request]),
    ),
  );
});

/** Continuations of the names in the answer, which halve the list at least; Backspace restores it. */
const keys = 'r g m Backspace Backspace Backspace c k Backspace Backspace'.split(' ');

/** Milliseconds from each key press to the paint of its letter, and of the rows that it leaves. */
async function typed(page: Page): Promise<{ letters: number[]; rows: number[] }> {
  const painted: { letters: number[]; rows: number[] } = { letters: [], rows: [] };
  for (const key of keys) {
    await page.evaluate(() => window.bench.awaitInput());
    await page.keyboard.press(key);
    painted.letters.push(await page.evaluate(() => window.bench.inputPainted()));
    painted.rows.push(await page.evaluate(() => window.bench.rowsPainted()));
    await page.waitForTimeout(40);
  }
  return painted;
}

test('typing typingRows', async ({ bench }) => {
  limitRow(4);
  const { look, page, cdp } = await bench.openDesk();
  const display = await bench.anotherDisplay();
  const blank = await bench.start('blank', { display, args: ['--remote-debugging-port=0'] });
  const blankPage = await blank.attach();
  await blankPage.evaluate(installProbe);
  await slowPage(cdp);
  await slowPage(await blankPage.context().newCDPSession(blankPage));
  await look('be', { hits: true });
  // A key before the last hits have arrived narrows nothing.
  await page.locator('[role=option][aria-setsize="5000"]').first().waitFor();
  const letters: number[] = [];
  const rows: number[] = [];
  const theirs: number[] = [];
  const blankLetters: number[] = [];
  for (let run = 0; run < 8; run += 1) {
    const painted = await typed(page);
    await blankPage.evaluate(() => window.bench.framesBegin());
    const { letters: inBlank } = await typed(blankPage);
    const frames = await blankPage.evaluate(() => window.bench.framesEnd());
    // The first round fills the cache of folded names and is not counted.
    if (run === 0) continue;
    letters.push(...painted.letters);
    rows.push(...painted.rows);
    theirs.push(...frames);
    blankLetters.push(...inBlank);
  }
  const half = quantile(blankLetters, 0.5).toFixed(1);
  const most = quantile(blankLetters, 0.95);
  const note = [
    `A letter typed in the blank window is painted after ${half} ms${isSlow ? ' (slow)' : ''}, 95th percentile ${most.toFixed(1)}.`,
    `Ringside's 95th percentile is ${(quantile(letters, 0.95) / most).toFixed(2)} of that.`,
  ].join(' ');
  record('typing', { ours: letters, theirs, note });
  record('typingRows', { ours: rows, theirs });
});

test('scrolling', async ({ desk: { look, page, cdp } }) => {
  limitRow(4);
  await look('be', { hits: true });
  // The list has the height of all rows; what scrolls it is the column around it.
  const box = await page.getByRole('complementary').first().boundingBox();
  if (!box) throw new Error('No list');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const lateIn = async (work: () => Promise<unknown>) => {
    await page.evaluate(() => window.bench.framesBegin());
    await work();
    const frames = await page.evaluate(() => window.bench.framesEnd());
    return (100 * frames.filter((ms) => ms > 20).length) / frames.length;
  };
  const scroll = (index: number) => {
    const yDistance = index % 2 === 0 ? -6_000 : 6_000;
    const gesture = { x, y, yDistance, speed: 4_000, gestureSourceType: 'mouse' } as const;
    return cdp.send('Input.synthesizeScrollGesture', gesture);
  };
  const { ours, theirs } = await inTurns(
    7,
    (index) => lateIn(() => scroll(index)),
    () => lateIn(() => page.waitForTimeout(1_000)),
  );
  record('scrolling', { ours, theirs });
});

test('byHand', async ({ desk, shared: { server } }) => {
  limitRow(3);
  const missing = await withoutTools();
  if (missing) return record('byHand', { ours: [], note: missing });
  const script = `
    ask() { curl -s -H 'X-API-KEY: ${canaryKey}' "$@"; }
    id=$(ask -H 'Content-Type: application/json' -d '{"lastName":"bullock","firstName":"edgar"}' \\
      ${server.origin}/v1/customers/search | jq '.[0].id')
    ask ${server.origin}/v1/customers/$id/account/balances | jq -r '.accountBalance.amount, .inDebtCollection'
    ask "${server.origin}/v1/customers/$id/account/transactions?sliceSize=50" | jq -r '.result[] | [.dueDate, .description, .amount.amount] | @tsv'
  `;
  record(
    'byHand',
    await inTurns(
      15,
      () => desk.look('bullock, edgar', { texts: [balanceOf(100_001), 'past 0', 'upcoming 0'] }),
      async () => {
        const started = performance.now();
        const { stdout } = await promisify(execFile)('sh', ['-c', script]);
        if (!stdout.includes(`${Number(balanceOf(100_001))}`)) throw new Error(`No balance: ${stdout}`);
        return performance.now() - started;
      },
    ),
  );
});

/** Packages that must be installed; undefined when all are present. */
async function withoutTools(): Promise<string | undefined> {
  try {
    await promisify(execFile)('sh', ['-c', 'command -v curl && command -v jq']);
    return undefined;
  } catch {
    return 'Not measured: needs `curl` and `jq` (on Debian `apt-get install curl jq`).';
  }
}

/** Longest time of the lookups, in milliseconds. */
const shiftMs = 6 * 60_000;

/** Shortest time between two lookups, in milliseconds: main refuses more than five searches a second. */
const paceMs = 210;

test('shift', async ({ bench }) => {
  limitRow(10);
  const { look, page, cdp, pid, clear } = await bench.openDesk();
  const from = 130_000;
  const started = Date.now();
  let next = from;
  /** Looks up customers until this many were, or the time is over. */
  const lookUp = async (count: number, untilMs = Number.POSITIVE_INFINITY) => {
    for (; next < from + count && Date.now() - started < untilMs; next += 1) {
      const pace = page.waitForTimeout(paceMs);
      await look(`1-${next}`, { texts: [balanceOf(next)] });
      await pace;
    }
  };
  // Seven samples with ten lookups in between, because main collects garbage at any time.
  const around = async () => {
    const megabytes: number[] = [];
    for (let sample = 0; sample < 7; sample += 1) {
      await lookUp(next - from + 10);
      await clear();
      // Garbage of the page does not count as growth, so it is collected before.
      await cdp.send('HeapProfiler.collectGarbage');
      megabytes.push(memoryOf(pid));
    }
    return megabytes;
  };
  await lookUp(165);
  const theirs = await around();
  await lookUp(1_930, shiftMs);
  const ours = await around();
  record('shift', {
    ours,
    theirs,
    note: `Taken seven times around the ${(next - from).toLocaleString('en')}th lookup, the garbage of the page collected before.`,
  });
});
