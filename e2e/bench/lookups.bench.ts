import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { canaryKey } from '../fixtures';
import { test } from './fixtures';
import { memoryOf } from './processes';
import { inTurns, record } from './record';
import { balanceOf } from './server';

const frameMs = 1000 / 60;
const headers = { 'X-API-KEY': canaryKey, Accept: 'application/json', 'Accept-Language': 'en' };

test('lookup lookup95', async ({ desk, bare, shared: { server } }) => {
  test.setTimeout(60_000);
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
  record('lookup95', measured);
});

test('search', async ({ desk, bare, shared: { server } }) => {
  test.setTimeout(120_000);
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

test('typing', async ({ desk: { look, page } }) => {
  test.setTimeout(120_000);
  await look('be', { hits: true });
  await page.evaluate(() => window.bench.typed());
  const frames: number[] = [];
  for (let run = 0; run < 8; run += 1) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(40);
    }
    const painted = await page.evaluate(() => window.bench.typed());
    if (painted.length !== keys.length) throw new Error(`${painted.length} paints of ${keys.length} keys`);
    // The first round fills the cache of folded names and is not counted.
    if (run > 0) frames.push(...painted.map((ms) => ms / frameMs));
  }
  record('typing', { ours: frames });
});

test('scrolling', async ({ desk: { look, page, cdp } }) => {
  test.setTimeout(120_000);
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
  test.setTimeout(60_000);
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

test('shift', async ({ bench }) => {
  test.setTimeout(900_000);
  const { look, cdp, pid, clear } = await bench.openDesk();
  const lookUp = async (from: number, to: number) => {
    for (let id = from; id < to; id += 1) await look(`1-${id}`, { texts: [balanceOf(id)] });
  };
  // Seven samples with ten lookups in between, because main collects garbage at any time.
  const around = async (from: number) => {
    const megabytes: number[] = [];
    for (let id = from; id < from + 70; id += 10) {
      await lookUp(id, id + 10);
      await clear();
      // Garbage of the page does not count as growth, so it is collected before.
      await cdp.send('HeapProfiler.collectGarbage');
      megabytes.push(memoryOf(pid));
    }
    return megabytes;
  };
  await lookUp(130_000, 130_165);
  const theirs = await around(130_165);
  await lookUp(130_235, 131_930);
  const ours = await around(131_930);
  record('shift', {
    ours,
    theirs,
    note: 'Taken seven times around that lookup, the garbage of the page collected before.',
  });
});
