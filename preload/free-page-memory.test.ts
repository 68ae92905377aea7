import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PageMemory } from './free-page-memory';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const free = vi.fn();
  const memory = new PageMemory(free);
  const ask = (channel: Parameters<typeof memory.called>[0]) => {
    memory.called(channel);
    memory.answered();
  };
  return { free, ask };
}

test('frees the memory when the first customer has been answered and nothing is asked for', () => {
  const { free, ask } = start();
  ask('app:start');
  ask('customer:search');
  vi.advanceTimersByTime(10_000);
  expect(free).not.toHaveBeenCalled();
  ask('desk:opened');
  vi.advanceTimersByTime(400);
  ask('account:bookings');
  vi.advanceTimersByTime(400);
  expect(free).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(free).toHaveBeenCalledTimes(1);
});

test('frees it once', () => {
  const { free, ask } = start();
  ask('desk:opened');
  vi.advanceTimersByTime(500);
  ask('desk:opened');
  vi.advanceTimersByTime(500);
  expect(free).toHaveBeenCalledTimes(1);
});
