import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lockWhenAway } from './away-lock';

/** A fake of Electron's powerMonitor. */
class Monitor extends EventEmitter {
  idleSeconds = 0;
  getSystemIdleTime = () => this.idleSeconds;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched(idleMinutes: number, lastLookup = 0) {
  const monitor = new Monitor();
  let told = 0;
  const end = lockWhenAway(
    monitor,
    () => idleMinutes,
    () => lastLookup,
    () => {
      told += 1;
    },
  );
  return { monitor, told: () => told, end };
}

it('reports a locked screen and a machine that goes to sleep immediately', () => {
  const { monitor, told } = watched(5);
  monitor.emit('lock-screen');
  monitor.emit('suspend');
  expect(told()).toBe(2);
});

it('reports an idle desk once, and again after there was input', () => {
  const { monitor, told, end } = watched(5);
  monitor.idleSeconds = 299;
  vi.advanceTimersByTime(60_000);
  expect(told()).toBe(0);
  monitor.idleSeconds = 300;
  vi.advanceTimersByTime(60_000);
  expect(told()).toBe(1);
  monitor.idleSeconds = 0;
  vi.advanceTimersByTime(5_000);
  monitor.idleSeconds = 300;
  vi.advanceTimersByTime(5_000);
  expect(told()).toBe(2);
  end();
  monitor.idleSeconds = 0;
  vi.advanceTimersByTime(600_000);
  expect(told()).toBe(2);
});

it('never reports an idle desk with 0 minutes', () => {
  const { monitor, told } = watched(0);
  monitor.idleSeconds = 100_000;
  vi.advanceTimersByTime(600_000);
  expect(told()).toBe(0);
});

it('does not report a desk with a recent lookup, even without input', () => {
  const { monitor, told } = watched(5, Date.now());
  monitor.idleSeconds = 100_000;
  vi.advanceTimersByTime(290_000);
  expect(told()).toBe(0);
  vi.advanceTimersByTime(15_000);
  expect(told()).toBe(1);
});
