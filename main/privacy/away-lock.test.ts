import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeskClearing } from '../../preload/contract/calls';
import { lockWhenAway } from './away-lock';

/** A fake of Electron's powerMonitor, and of the idle time. */
class Monitor extends EventEmitter {
  idleSeconds = 0;
  checks = 0;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A watched desk whose clock and idle time the test moves. */
function watched(idleMinutes: number, lastUse = 0) {
  const monitor = new Monitor();
  const desk = { now: 1_000_000_000, lastUse, minutes: idleMinutes };
  const counted: (number | null)[] = [];
  const clearings: DeskClearing[] = [];
  const end = lockWhenAway({
    monitor,
    idleSeconds() {
      monitor.checks += 1;
      return monitor.idleSeconds;
    },
    idleMinutes: () => desk.minutes,
    lastUse: () => desk.lastUse,
    onIdle: (left) => counted.push(left),
    onAbsent: (clearing) => clearings.push(clearing),
    now: () => desk.now,
  });
  /** Lets seconds pass without input. */
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      monitor.idleSeconds += 1;
      desk.now += 1_000;
      vi.advanceTimersByTime(1_000);
    }
  };
  const input = () => {
    monitor.idleSeconds = 0;
  };
  return { monitor, desk, counted, clearings, end, pass, input };
}

it('reports a locked screen and a machine that goes to sleep immediately, with the reason', () => {
  const { monitor, clearings } = watched(5);
  monitor.emit('lock-screen');
  monitor.emit('suspend');
  expect(clearings).toEqual([{ reason: 'locked' }, { reason: 'asleep' }]);
});

it('counts the last 30 seconds down, and then reports the idle desk once', () => {
  const { counted, clearings, pass } = watched(5);
  pass(269);
  expect(counted).toEqual([]);
  pass(30);
  expect(counted).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index));
  expect(clearings).toEqual([]);
  pass(1);
  expect(clearings).toEqual([{ reason: 'idle', minutes: 5 }]);
  expect(counted.at(-1)).toBeNull();
  pass(600);
  expect(clearings).toHaveLength(1);
});

it('ends the countdown at input on the desktop, and starts over', () => {
  const { counted, clearings, pass, input } = watched(1);
  pass(50);
  expect(counted.at(-1)).toBe(10);
  input();
  pass(1);
  expect(counted.at(-1)).toBeNull();
  pass(58);
  expect(clearings).toEqual([]);
  pass(1);
  expect(clearings).toEqual([{ reason: 'idle', minutes: 1 }]);
});

it('ends the countdown at input that the page reports, which a remote-controlled desktop lacks', () => {
  const { desk, counted, clearings, pass } = watched(1);
  pass(59);
  expect(counted.at(-1)).toBe(1);
  desk.lastUse = desk.now;
  pass(1);
  expect(counted.at(-1)).toBeNull();
  pass(58);
  expect(clearings).toEqual([]);
  pass(1);
  expect(clearings).toHaveLength(1);
});

it('reports the next absence after there was input', () => {
  const { clearings, pass, input } = watched(5);
  pass(300);
  input();
  pass(300);
  expect(clearings).toHaveLength(2);
});

it('counts down for half of an idle time below one minute', () => {
  const { counted, clearings, pass } = watched(1 / 3);
  pass(9);
  expect(counted).toEqual([]);
  pass(1);
  expect(counted).toEqual([10]);
  pass(10);
  expect(clearings).toHaveLength(1);
});

it('never counts down or reports with 0 minutes, also when that is set during a countdown', () => {
  const { desk, counted, clearings, pass } = watched(1);
  pass(45);
  expect(counted.at(-1)).toBe(15);
  desk.minutes = 0;
  pass(1);
  expect(counted.at(-1)).toBeNull();
  pass(100_000);
  expect(clearings).toEqual([]);
});

it('reports nothing any more once it was ended', () => {
  const { clearings, pass, end } = watched(1);
  end();
  pass(600);
  expect(clearings).toEqual([]);
});

it('rarely asks for the idle time before a countdown, and while nobody is there', () => {
  const { monitor, pass } = watched(5);
  const checksIn = (seconds: number) => {
    const before = monitor.checks;
    pass(seconds);
    return monitor.checks - before;
  };
  expect(checksIn(260)).toBeLessThanOrEqual(53);
  expect(checksIn(40)).toBeGreaterThanOrEqual(30);
  expect(checksIn(600)).toBeLessThanOrEqual(120);
});
