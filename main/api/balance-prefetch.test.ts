import { beforeEach, expect, it, vi } from 'vitest';
import type { Account } from '../../preload/contract/domain';
import { type Outcome, succeed } from '../../preload/contract/problem';
import { BalancePrefetch } from './balance-prefetch';

function api() {
  const asked: string[] = [];
  const prefetch = new BalancePrefetch(async (id): Promise<Outcome<Account>> => {
    asked.push(id);
    return succeed({ inDebtCollection: false });
  });
  return { asked, prefetch };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it('sends one request when the page asks afterwards', async () => {
  const { asked, prefetch } = api();
  prefetch.start('1001');
  expect(await prefetch.take('1001')).toMatchObject({ ok: true });
  expect(asked).toEqual(['1001']);
});

it('sends another request the second time, for another customer, after a second, and after it was cleared', async () => {
  const { asked, prefetch } = api();
  prefetch.start('1');
  await prefetch.take('1');
  await prefetch.take('1');
  prefetch.start('2');
  await prefetch.take('3');
  prefetch.start('4');
  vi.advanceTimersByTime(1_000);
  await prefetch.take('4');
  prefetch.start('5');
  prefetch.clear();
  await prefetch.take('5');
  expect(asked).toEqual(['1', '1', '2', '3', '4', '4', '5', '5']);
});
