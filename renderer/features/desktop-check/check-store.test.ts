import { expect, it } from 'vitest';
import type { CheckReport } from '../../../preload/contract/check';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { createDesktopCheckStore } from './check-store';

const report: CheckReport = { status: 'ok', lines: [] };

/** A store whose checks end when they are told to. */
function store() {
  const ends: ((outcome: Outcome<CheckReport>) => void)[] = [];
  const copies: string[] = [];
  const made = createDesktopCheckStore({
    about: { check: () => new Promise((end) => ends.push(end)) },
    clipboard: {
      write: async ({ text }) => {
        copies.push(text);
        return succeed(null);
      },
    },
  });
  return { ...made, ends, copies };
}

it('shows the result of one check at a time', async () => {
  const { getState, ends } = store();
  const first = getState().checkPressed();
  void getState().checkPressed();
  expect(ends).toHaveLength(1);
  expect(getState()).toMatchObject({ isRunning: true, report: undefined });
  ends[0]?.(succeed(report));
  await first;
  expect(getState()).toMatchObject({ isRunning: false, report });
});

it('shows why there was no check', async () => {
  const { getState, ends } = store();
  const pressed = getState().checkPressed();
  ends[0]?.(fail({ kind: 'tooManyCalls' }));
  await pressed;
  expect(getState()).toMatchObject({ isRunning: false, problem: { kind: 'tooManyCalls' } });
});

it('drops the result of a check when the settings were closed before it ended', async () => {
  const { getState, ends } = store();
  const early = getState().checkPressed();
  getState().dropped();
  const late = getState().checkPressed();
  ends[0]?.(fail({ kind: 'internal' }));
  await early;
  expect(getState()).toMatchObject({ isRunning: true, problem: undefined });
  ends[1]?.(succeed(report));
  await late;
  expect(getState()).toMatchObject({ isRunning: false, report });
});

it('copies', async () => {
  const { getState, copies } = store();
  await getState().copyRequested('text');
  expect(copies).toEqual(['text']);
  expect(getState().copied).toBe('yes');
});
