import { beforeEach, expect, it, vi } from 'vitest';
import type { Account } from '../../preload/contract/domain';
import { type Outcome, succeed } from '../../preload/contract/problem';
import { BalancePrefetch } from './balance-prefetch';

function api() {
  const asked: string[] = [];
  const ahead = new BalancePrefetch(async (id): Promise<Outcome<Account>> => {
    asked.push(id);
    return succeed({ inDebtCollection: false });
  });
  return { asked, ahead };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it('sends one request when the page asks afterwards', async () => {
  const { asked, ahead } = api();
  ahead.ask('1001');
  expect(await ahead.answer('1001')).toMatchObject({ ok: true });
  expect(asked).toEqual(['1001']);
});

it('sends another request the second time, for another customer, after a second, and after it was cleared', async () => {
  const { asked, ahead } = api();
  ahead.ask('1');
  await ahead.answer('1');
  await ahead.answer('1');
  ahead.ask('2');
  await ahead.answer('3');
  ahead.ask('4');
  vi.advanceTimersByTime(1_000);
  await ahead.answer('4');
  ahead.ask('5');
  ahead.drop();
  await ahead.answer('5');
  expect(asked).toEqual(['1', '1', '2', '3', '4', '4', '5', '5']);
});
