import { expect, it } from 'vitest';
import { createNetworkStore } from './network-status';

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
  store.getState().callEnded(false, false);
  expect(store.getState().offline).toBe(true);
  store.getState().callEnded(true, false);
  expect([store.getState().offline, back.length]).toEqual([false, 1]);
});

it('a call that failed without a network sets the state to offline', () => {
  const { store } = desktop(true);
  store.getState().callEnded(false, true);
  expect(store.getState().offline).toBe(true);
});
