import { expect, it } from 'vitest';
import { WorkPauses } from '../work-pauses';
import { GrowingEntries } from './growing-entries';
import { maxFound, PhoneEntries } from './phone-entries';

it('merges many entries in parts, between which main handles other events and everything is found', async () => {
  const entries = new GrowingEntries();
  const run = (from: number) => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => from + 2 * at);
    const digests = numbers.map((each) => ({ high: each * 7_919, low: each }));
    return PhoneEntries.of(digests, numbers.map(String));
  };
  await entries.add(run(0));
  let hasEvent = false;
  setImmediate(() => {
    hasEvent = true;
  });
  // Without a minimum, every possible break is made.
  const adding = entries.add(run(1), new WorkPauses(-1));
  const isFound = (at: number) => entries.find({ high: at * 7_919, low: at }).join() === String(at);
  expect([0, 1, 19_999].map(isFound)).toEqual([true, true, true]);
  await adding;
  expect(hasEvent).toBe(true);
  expect([0, 1, 1_023, 1_024, 19_999].map(isFound)).toEqual(Array(5).fill(true));
  expect((await entries.whole()).count).toBe(20_000);
});

it('finds a bounded number of customers with one number', async () => {
  const entries = new GrowingEntries();
  const digests = Array(8 * maxFound).fill({ high: 1, low: 2 });
  const ids = digests.map((_, at) => String(at));
  await entries.add(PhoneEntries.of(digests, ids));
  expect(entries.find({ high: 1, low: 2 }).length).toBeLessThanOrEqual(2 * maxFound);
});
