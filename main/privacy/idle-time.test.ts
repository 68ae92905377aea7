import { expect, it } from 'vitest';
import { IdleTime } from './idle-time';

/** A desktop whose clock, reported idle time and last input in the window the test moves. */
function desktop() {
  const state = { now: 1_000_000, reported: 0, lastInput: 1_000_000 };
  const idle = new IdleTime({
    system: () => state.reported,
    lastInput: () => state.lastInput,
    now: () => state.now,
  });
  return { state, idle };
}

it.each([
  { case: 'reports 0 for ever: the input in the window counts', reports: [0, 0, 0], expected: [0, 60, 120] },
  { case: 'counts: its number applies', reports: [3, 63, 123], expected: [3, 63, 123] },
  { case: 'counts, and the agent works elsewhere: nobody is idle', reports: [1, 0, 0], expected: [1, 0, 0] },
  { case: 'reports 0 while the agent is busy, and then counts', reports: [0, 0, 5], expected: [0, 60, 5] },
])('on a desktop that $case', ({ reports, expected }) => {
  const { state, idle } = desktop();
  const seen = reports.map((reported) => {
    state.reported = reported;
    const seconds = idle.seconds();
    state.now += 60_000;
    return seconds;
  });
  expect(seen).toEqual(expected);
});

it('starts over at each input in the window where the system reports nothing', () => {
  const { state, idle } = desktop();
  state.now += 299_000;
  expect(idle.seconds()).toBe(299);
  state.lastInput = state.now;
  expect(idle.seconds()).toBe(0);
});
