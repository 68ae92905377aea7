import { beforeEach, expect, it, vi } from 'vitest';
import type { Account } from '../../preload/contract/domain';
import { type Outcome, succeed } from '../../preload/contract/problem';
import { BalancePrefetch } from './balance-prefetch';

const of = (id: string, address = 'https://chain.example') => ({ studio: `${address}#1`, id });

function api() {
  const asked: string[] = [];
  const answer = async ({ id }: { id: string }): Promise<Outcome<Account>> => {
    asked.push(id);
    return succeed({ inDebtCollection: false });
  };
  const prefetch = new BalancePrefetch({ forPage: answer, ahead: answer, taken: () => undefined });
  return { asked, prefetch };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it('sends one request when the page asks afterwards', async () => {
  const { asked, prefetch } = api();
  prefetch.start(of('1001'));
  expect(await prefetch.take(of('1001'))).toMatchObject({ ok: true });
  expect(asked).toEqual(['1001']);
});

it('sends another request the second time, for another customer, after a second, and after it was cleared', async () => {
  const { asked, prefetch } = api();
  prefetch.start(of('1'));
  await prefetch.take(of('1'));
  await prefetch.take(of('1'));
  prefetch.start(of('2'));
  await prefetch.take(of('3'));
  prefetch.start(of('4'));
  vi.advanceTimersByTime(1_000);
  await prefetch.take(of('4'));
  prefetch.start(of('5'));
  prefetch.clear();
  await prefetch.take(of('5'));
  expect(asked).toEqual(['1', '1', '2', '3', '4', '4', '5', '5']);
});

it("does not answer for another tenant's customer with the same ID", async () => {
  const { asked, prefetch } = api();
  prefetch.start(of('1'));
  await prefetch.take(of('1', 'https://other.example'));
  expect(asked).toEqual(['1', '1']);
});

it('answers the page with what was asked ahead, only once the customer is known, and for a second from then on', async () => {
  const { asked, prefetch } = api();
  const keep = prefetch.startAhead(of('1'));
  vi.advanceTimersByTime(5_000);
  keep();
  await prefetch.take(of('1'));
  expect(asked).toEqual(['1']);
  prefetch.startAhead(of('2'));
  await prefetch.take(of('2'));
  expect(asked).toEqual(['1', '2', '2']);
});

it('sends nothing for the customer whose balances the page waits for, and again when they have arrived', async () => {
  const { asked, prefetch } = api();
  const taken = prefetch.take(of('1'));
  prefetch.start(of('1'));
  expect(asked).toEqual(['1']);
  await taken;
  prefetch.start(of('1'));
  expect(asked).toEqual(['1', '1']);
});
