import { expect, it } from 'vitest';
import type { LookupRequest } from '../../../preload/contract/calls';
import { succeed } from '../../../preload/contract/problem';
import { createCallStore } from './call-store';

const call: LookupRequest = { text: '+4930901820', caller: 'number', studio: 'https://a.example#1' };

/** A desk that has just dismissed this call. */
function dismissed() {
  const clock = { now: 1_000 };
  const api = {
    desk: { used: async () => succeed(null) },
    phone: { identify: async () => succeed(null) },
  } as unknown as Parameters<typeof createCallStore>[0];
  const store = createCallStore(api, undefined, () => clock.now);
  const arrive = (lookup: LookupRequest) => {
    void store.getState().lookupArrived(lookup);
    return store.getState().waiting;
  };
  arrive(call);
  store.getState().lookupDismissed();
  return { clock, store, arrive };
}

it('a call that was dismissed does not wait again when it is answered, and does when it comes a minute later', () => {
  const { clock, store, arrive } = dismissed();
  expect(store.getState().waiting).toBeUndefined();
  clock.now += 59_999;
  expect(arrive(call)).toBeUndefined();
  clock.now += 1;
  expect(arrive(call)).toEqual(call);
});

it.each<[string, LookupRequest]>([
  ['of another number', { ...call, text: '+4989123456' }],
  ['to another studio', { ...call, studio: 'https://a.example#2' }],
  ['without a number', { text: '', caller: 'withheld' }],
])('a call %s waits although one was dismissed', (_which, other) => {
  expect(dismissed().arrive(other)).toEqual(other);
});

it('a call that was dismissed is forgotten with the present call, and when another one is dismissed', () => {
  const ended = dismissed();
  ended.store.getState().ended();
  expect(ended.arrive(call)).toEqual(call);
  const again = dismissed();
  again.arrive({ ...call, text: '+4989123456' });
  again.store.getState().lookupDismissed();
  expect(again.arrive(call)).toEqual(call);
});

it('a call that was taken or replaced is none that was dismissed', () => {
  const { store, arrive } = dismissed();
  store.getState().ended();
  arrive(call);
  store.getState().lookupCleared();
  expect(arrive(call)).toEqual(call);
});
