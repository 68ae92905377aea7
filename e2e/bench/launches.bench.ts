import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Running } from './apps';
import { startOf } from './first-paint';
import { type Bench, limitRow, test } from './fixtures';
import { cpuOf, settledMemoryOf } from './processes';
import { inTurns, record } from './record';

const runs = 9;
const which = ['ringside', 'blank'] as const;

test('start', async ({ bench }) => {
  limitRow(5);
  // The second start on a folder measures what an app keeps between its starts.
  const homes = { ringside: await bench.connectedHome(), blank: await bench.connectedHome() };
  const once = (app: (typeof which)[number]) => async () => {
    const running = await bench.start(app, { home: homes[app], args: ['--remote-debugging-port=0'] });
    const ms = await startOf(running);
    await running.end();
    return ms;
  };
  record('start', await inTurns(runs, once('ringside'), once('blank')));
});

test('memory', async ({ bench }) => {
  limitRow(6);
  const once = (open: () => Promise<Running>) => async () => {
    const running = await open();
    const megabytes = await settledMemoryOf(running.pid);
    await running.end();
    return megabytes;
  };
  record(
    'memory',
    await inTurns(
      7,
      once(() => openAccount(bench)),
      once(() => bench.start('blank')),
    ),
  );
});

test('rest', async ({ bench }) => {
  limitRow(6);
  // Measured in turns, so that other load affects both; each app has its own display and the focus.
  const ringside = await openAccount(bench);
  const blank = await bench.start('blank', { display: await bench.anotherDisplay() });
  // Timers count seconds in the first minute, which is not rest.
  await wait(65_000);
  const spans = 8;
  const seen = { ours: [] as number[], theirs: [] as number[] };
  let before = [cpuOf(ringside.pid), cpuOf(blank.pid)] as const;
  for (let span = 0; span < spans; span += 1) {
    await wait(60_000 / spans);
    const now = [cpuOf(ringside.pid), cpuOf(blank.pid)] as const;
    seen.ours.push((now[0] - before[0]) * spans);
    seen.theirs.push((now[1] - before[1]) * spans);
    before = now;
  }
  record('rest', seen);
});

/** A Ringside that opened a customer by its command line, without instrumentation. */
async function openAccount({ server, start }: Bench): Promise<Running> {
  const before = server.accounts();
  const running = await start('ringside', { args: ['--customer=1-100001'] });
  // The balance, two periods of bookings, and the contracts.
  await expect.poll(() => server.accounts() - before, { timeout: 90_000 }).toBe(4);
  return running;
}
