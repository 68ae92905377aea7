import { expect, it } from 'vitest';
import { awaitReady } from './await-ready';

/** Calls over a border whose main is ready, or fails, when the test says so. */
function border() {
  const sent: string[] = [];
  const settles: ((outcome: Promise<void>) => void)[] = [];
  const ready = new Promise<void>((resolve) => settles.push(resolve));
  const settle = (outcome: Promise<void>) => settles[0]?.(outcome);
  const call = awaitReady(async (channel) => {
    sent.push(channel);
    if (channel === 'app:ready') await ready;
    return channel;
  });
  return {
    sent,
    call,
    ready: () => settle(Promise.resolve()),
    fail: () => settle(Promise.reject(new Error('No handler'))),
  };
}

it('sends the first call at once, and the others in their order when main is ready', async () => {
  const { sent, call, ready } = border();
  expect(await call('app:start', null)).toBe('app:start');
  const others = [call('customer:search', {}), call('call:recent', null)];
  await new Promise(setImmediate);
  expect(sent).toEqual(['app:start', 'app:ready']);
  ready();
  expect(await Promise.all(others)).toEqual(['customer:search', 'call:recent']);
  expect(sent).toEqual(['app:start', 'app:ready', 'customer:search', 'call:recent']);
});

it('sends a call even if main does not become ready', async () => {
  const { call, fail } = border();
  const sending = call('customer:search', {});
  fail();
  expect(await sending).toBe('customer:search');
});
