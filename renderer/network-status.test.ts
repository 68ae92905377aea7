import { expect, it } from 'vitest';
import { createNetworkStore } from './network-status';

const ended = (problem?: 'offline' | 'unreachable', secondsLater = 0) => ({
  startedAt: new Date(Date.now() + secondsLater * 1000).toISOString(),
  ...(problem && { problem }),
});

function desktop(online: boolean) {
  const back: true[] = [];
  return { back, store: createNetworkStore(online, () => back.push(true)) };
}

it('a lost network and its return are reported', () => {
  const { back, store } = desktop(true);
  store.getState().networkLost();
  expect(store.getState().offline).toBe(true);
  store.getState().networkFound();
  expect([store.getState().offline, back.length]).toEqual([false, 1]);
});

it('an answer proves that the API is reachable, whatever the operating system reports', () => {
  const { back, store } = desktop(false);
  store.getState().callEnded(ended('unreachable'));
  expect(store.getState().offline).toBe(true);
  store.getState().callEnded(ended());
  expect([store.getState().offline, back.length]).toEqual([false, 1]);
});

it('a call that failed without a network sets the state to offline', () => {
  const { store } = desktop(true);
  store.getState().callEnded(ended('offline'));
  expect(store.getState().offline).toBe(true);
});

it('an answer to a request from before the loss does not say that the network is back', () => {
  const { back, store } = desktop(true);
  store.getState().networkLost();
  store.getState().callEnded(ended(undefined, -5));
  expect([store.getState().offline, back.length]).toEqual([true, 0]);
  store.getState().callEnded(ended(undefined, 5));
  expect([store.getState().offline, back.length]).toEqual([false, 1]);
});
