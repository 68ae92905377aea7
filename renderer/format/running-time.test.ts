import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ageChangesInMs, type Counted, countDown, countUp } from './running-time';

const minute = 60_000;

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

/** Times at which a display that waits as long as it is told renders, in milliseconds. */
function renders(counted: (now: number) => Counted, untilMs: number): number[] {
  const at: number[] = [];
  const render = () => {
    at.push(Date.now());
    setTimeout(render, counted(Date.now()).changesInMs);
  };
  render();
  vi.advanceTimersByTime(untilMs);
  return at;
}

describe('the time of a call', () => {
  it('is rendered each second in the first minute, and each minute after it', () => {
    const seconds = Array.from({ length: 61 }, (_, second) => second * 1_000);
    const minutes = Array.from({ length: 9 }, (_, index) => (index + 2) * minute);
    expect(renders((now) => countUp(now, false), 10 * minute)).toEqual([...seconds, ...minutes]);
  });

  it('counts seconds all the time while it is looked at', () => {
    expect(renders((now) => countUp(now, true), 10 * minute)).toHaveLength(601);
  });

  it('counts seconds for exactly one minute', () => {
    expect(countUp(minute - 1, false)).toEqual({ inSeconds: true, changesInMs: 1 });
    expect(countUp(minute, false)).toEqual({ inSeconds: false, changesInMs: minute });
    expect(countUp(minute, true)).toEqual({ inSeconds: true, changesInMs: 1_000 });
    expect(countUp(3 * minute + 12_345, false).changesInMs).toBe(minute - 12_345);
    expect(countUp(3 * minute + 12_345, true).changesInMs).toBe(655);
  });

  it('is as at its beginning while the clock was set back', () => {
    expect(countUp(-90_000, false)).toEqual({ inSeconds: true, changesInMs: 1_000 });
  });
});

describe('a wait', () => {
  it('is rendered each minute, and each second in its last minute', () => {
    const end = 3 * minute;
    const minutes = [0, minute, 2 * minute];
    const seconds = Array.from({ length: 60 }, (_, index) => 2 * minute + (index + 1) * 1_000);
    expect(renders((now) => countDown(end - now, false), end)).toEqual([...minutes, ...seconds]);
  });

  it('changes when a whole minute is left, not a minute after its beginning', () => {
    expect(countDown(90_500, false)).toEqual({ inSeconds: false, changesInMs: 30_500 });
    expect(countDown(90_500, true)).toEqual({ inSeconds: true, changesInMs: 500 });
    expect(countDown(minute, false)).toEqual({ inSeconds: true, changesInMs: 1_000 });
    expect(countDown(-1, false)).toEqual({ inSeconds: true, changesInMs: 1_000 });
  });
});

it('an age in minutes changes with the first of several, and never without one', () => {
  expect(ageChangesInMs(90_000, [0])).toBe(30_000);
  expect(ageChangesInMs(90_000, [0, undefined, 40_000])).toBe(10_000);
  expect(ageChangesInMs(90_000, [undefined])).toBeUndefined();
});
