import { expect, test } from 'vitest';
import { SharedCores } from './shared-cores.mjs';

/** Runs works of these numbers of cores; `log` has who has started, and `end` ends one. */
function begin(cores, wanted) {
  const shared = new SharedCores(cores);
  const log = [];
  const ends = [];
  const all = wanted.map((count, index) =>
    shared.run(count, () => {
      log.push(index);
      return new Promise((end) => {
        ends[index] = end;
      });
    }),
  );
  return { log, all, end: (index) => ends[index]() };
}
const settled = () => new Promise(setImmediate);

test('works start in their order while cores are free', async () => {
  const { log, all, end } = begin(2, [1, 1, 1]);
  await settled();
  expect(log).toEqual([0, 1]);
  end(1);
  await settled();
  expect(log).toEqual([0, 1, 2]);
  end(0);
  end(2);
  await Promise.all(all);
});

test('a large work waits until all cores are free, and later ones wait for it', async () => {
  const { log, all, end } = begin(2, [1, 2, 1]);
  await settled();
  expect(log).toEqual([0]);
  end(0);
  await settled();
  expect(log).toEqual([0, 1]);
  end(1);
  await settled();
  expect(log).toEqual([0, 1, 2]);
  end(2);
  await Promise.all(all);
});

test('a work that wants more cores than there are takes all, and one that fails gives its cores back', async () => {
  const shared = new SharedCores(1);
  const failing = shared.run(2, () => Promise.reject(new Error('failed')));
  const later = shared.run(2, async () => 'done');
  await expect(failing).rejects.toThrow('failed');
  expect(await later).toBe('done');
});
