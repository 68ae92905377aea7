import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { correctedShare, pageRate, startLoops } from './slow-processors.mjs';

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.runIf(process.platform === 'linux').each([
  ['with real-time priority, where it is allowed', undefined],
  ['without', false],
])('nothing is left of the busy loops %s', async (_, isRealTime) => {
  const { by, pids, end } = await startLoops([0], 0.5, isRealTime);
  const before = pids.map(isAlive);
  await end();
  // With the priority of a thread, two loops take the two thirds.
  expect(before).toEqual(by === 'real-time loops' ? [true] : [true, true]);
  expect(pids.filter(isAlive)).toEqual([]);
});

test.runIf(process.platform === 'linux')('a core that may not be used is an error', async () => {
  const { check, end } = await startLoops([100_000]);
  await vi.waitFor(() => expect(check).toThrow('a busy loop on each of the cores 100000'));
  await end();
});

test.runIf(process.platform === 'linux')('a loop ends when the benchmark was killed', async () => {
  const module = new URL('slow-processors.mjs', import.meta.url);
  const script = `const { pids } = await (await import('${module}')).startLoops([0]); console.log(pids.join()); setInterval(() => {}, 1e6)`;
  const bench = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(bench.stdout, 'data');
  const pids = String(printed).split(',').map(Number);
  expect(pids.every(isAlive)).toBe(true);
  bench.kill('SIGKILL');
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 10_000 });
});

test('a loop takes less where being interrupted costs a part of the core', () => {
  expect(correctedShare(3)).toBeCloseTo(2 / 3);
  expect(correctedShare(4)).toBeCloseTo(7 / 12);
  expect(correctedShare(2.5)).toBeCloseTo(2 / 3);
  expect(correctedShare(4, 7 / 12)).toBeCloseTo(1 / 2);
  expect(correctedShare(3, 7 / 12)).toBeCloseTo(7 / 12);
  expect(correctedShare(1_000)).toBeCloseTo(1 / 3, 1);
});

test('the page is slowed by what is missing to a third', () => {
  expect(pageRate({ by: 'busy loops', oneThread: 1 })).toBe(3);
  expect(pageRate({ by: 'busy loops', oneThread: 1.5 })).toBe(2);
  expect(pageRate({ by: 'busy loops', oneThread: 3.2 })).toBe(1);
  expect(pageRate({ by: 'real-time loops', oneThread: 2.6 })).toBe(1);
});
