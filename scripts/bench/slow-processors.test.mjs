import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageRate, startLoops } from './slow-processors.mjs';

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.runIf(process.platform === 'linux').each([
  ['with control groups, where they may be created', undefined],
  ['without', []],
])('nothing is left of the busy loops %s', async (_, hierarchies) => {
  const { by, pids, groups, end } = await startLoops(1, hierarchies);
  const before = { alive: pids.map(isAlive), there: groups.map(existsSync) };
  await end();
  // Without a group, two loops take the two thirds.
  expect(before).toEqual(
    by === 'cgroup' ? { alive: [true], there: [true] } : { alive: [true, true], there: [] },
  );
  expect(pids.filter(isAlive)).toEqual([]);
  expect(groups.filter(existsSync)).toEqual([]);
});

test('the page is slowed by what is missing to a third', () => {
  expect(pageRate({ oneThread: 1 })).toBe(3);
  expect(pageRate({ oneThread: 1.5 })).toBe(2);
  expect(pageRate({ oneThread: 3.2 })).toBe(1);
});
