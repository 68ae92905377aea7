import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ElectronApplication } from '@playwright/test';
import { GrowingEntries } from '../../main/phone-index/growing-entries';
import { PhoneEntries } from '../../main/phone-index/phone-entries';
import { launchRingside } from '../launch';
import { indexPolicy, makePhoneIndex, phonePolicy } from '../phone-index';
import { limitRow, test } from './fixtures';
import { inTurns, record, samples } from './record';
import { balanceOf, listed } from './server';

const megabyte = 1024 * 1024;

/** Below the number of telephone numbers that the page may ask for at once. */
const lookups = 25;

test('phoneLookup', async ({ bench }) => {
  limitRow(4);
  const { page, look } = await bench.openDesk(1, indexPolicy);
  await makePhoneIndex(page);
  // A lookup of either kind loads code at its first use.
  const measured = await inTurns(
    lookups,
    (index) => {
      const id = listed.first + index;
      return look(`+49 30 23125 ${String(id).slice(-5)}`, { texts: [balanceOf(id)] });
    },
    (index) => look(`1-${110_000 + index}`, { texts: [balanceOf(110_000 + index)] }),
  );
  record('phoneLookup', measured);
});

/** The development build runs the same code; the package does not allow access to its main process. */
test('phoneIndexBytes phoneIndexCpu phoneIndexBlock', async ({ shared }) => {
  limitRow(8);
  const home = await shared.connectedHome();
  const { app, page, end } = await launchRingside({
    home,
    display: shared.display,
    args: ['--lang=en-GB', await phonePolicy(home)],
    env: shared.secrets.env,
  });
  await page.getByRole('search').getByRole('searchbox').waitFor();
  const cpu: number[] = [];
  const bytes: number[] = [];
  const atRest: number[] = [];
  const blocks = await samples(3, async () => {
    const before = shared.server.sliceBytes();
    await page.evaluate(() => window.ringside.phone.forgetIndex());
    await watchMain(app);
    const state = await makePhoneIndex(page);
    const { seconds, longestMs } = await watchedMain(app);
    if (state?.customers !== listed.count) throw new Error(`${state?.customers} customers were read`);
    await watchMain(app);
    await page.waitForTimeout(3_000);
    atRest.push((await watchedMain(app)).longestMs);
    cpu.push(seconds);
    bytes.push((shared.server.sliceBytes() - before) / megabyte);
    return longestMs;
  });
  await end();
  record('phoneIndexBytes', { ours: bytes.slice(1) });
  record('phoneIndexCpu', { ours: cpu.slice(1) });
  record('phoneIndexBlock', { ours: blocks, theirs: atRest.slice(1) });
});

/** Starts measuring the main process. */
async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const pauseMs = 1;
    /** Milliseconds for which main's thread has had a processor. The clock would also count a busy machine. */
    const worked = () => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
    const watch = { longestMs: 0, isOn: true, cpuBefore: process.cpuUsage() };
    Object.assign(globalThis, { watch });
    let before = worked();
    const beat = () => {
      const now = worked();
      watch.longestMs = Math.max(watch.longestMs, now - before);
      before = now;
      if (watch.isOn) setTimeout(beat, pauseMs);
    };
    setTimeout(beat, pauseMs);
  });
}

/** Processor time of the main process since {@link watchMain}, and its longest block. */
function watchedMain(app: ElectronApplication): Promise<{ seconds: number; longestMs: number }> {
  return app.evaluate(() => {
    const { watch } = globalThis as unknown as {
      watch: { longestMs: number; isOn: boolean; cpuBefore: NodeJS.CpuUsage };
    };
    watch.isOn = false;
    const { user, system } = process.cpuUsage(watch.cpuBefore);
    return { seconds: (user + system) / 1e6, longestMs: watch.longestMs };
  });
}

test('phoneMillion', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const used = async () => {
    // The memory of an array is given back a while after the array was collected.
    for (let round = 0; round < 3; round += 1) {
      collect();
      await setImmediate();
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / megabyte;
  };
  const before = await used();
  const entries = await millionEntries();
  const after = await used();
  if (entries.count !== 1_000_000) throw new Error(`${entries.count} entries`);
  record('phoneMillion', { ours: [after - before] });
});

/** A million entries of 250,000 customers, in slices of 500. */
async function millionEntries(): Promise<PhoneEntries> {
  const growing = new GrowingEntries();
  const size = 2_000;
  for (let from = 0; from < 1_000_000; from += size) {
    const random = randomBytes(size * 8);
    const digests = Array.from({ length: size }, (_, at) => ({
      high: random.readUInt32LE(at * 8),
      low: random.readUInt32LE(at * 8 + 4),
    }));
    const ids = digests.map((_, at) => String(1_210_000_000 + Math.floor((from + at) / 4)));
    await growing.add(PhoneEntries.of(digests, ids));
  }
  return growing.whole();
}
