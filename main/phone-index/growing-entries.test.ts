import { expect, it } from 'vitest';
import { WorkPauses } from '../work-pauses';
import { GrowingEntries } from './growing-entries';
import { maxFound } from './phone-entries';

it('sorts many entries in parts, between which main handles other events', async () => {
  const entries = new GrowingEntries();
  const digests = Array.from({ length: 20_000 }, (_, at) => ({ high: at * 7_919, low: at }));
  const ids = digests.map((_, at) => String(at));
  let hasEvent = false;
  setImmediate(() => {
    hasEvent = true;
  });
  // Without a minimum, every possible break is made.
  const adding = entries.add(digests, ids, new WorkPauses(-1));
  // At the first break, only a part is sorted.
  expect(entries.find({ high: 0, low: 0 })).toEqual(['0']);
  expect(entries.find({ high: 19_999 * 7_919, low: 19_999 })).toEqual([]);
  await adding;
  expect(hasEvent).toBe(true);
  for (const at of [0, 1_023, 1_024, 19_999])
    expect(entries.find({ high: at * 7_919, low: at })).toEqual([String(at)]);
  expect((await entries.whole()).count).toBe(20_000);
});

it('finds a bounded number of customers with one number', async () => {
  const entries = new GrowingEntries();
  const digests = Array(8 * maxFound).fill({ high: 1, low: 2 });
  await entries.add(
    digests,
    digests.map((_, at) => String(at)),
  );
  expect(entries.find({ high: 1, low: 2 }).length).toBeLessThanOrEqual(2 * maxFound);
});
