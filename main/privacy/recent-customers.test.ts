import { expect, it } from 'vitest';
import { RecentCustomers } from './recent-customers';

const customer = (id: string, address = 'https://chain.example') => ({
  studio: `${address}#1`,
  id,
  name: `Customer ${id}`,
});

it('keeps the latest nine without duplicates, the latest first', () => {
  let now = 0;
  const callers = new RecentCustomers(() => ++now);
  for (const id of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '3']) callers.opened(customer(id));
  expect(callers.recents().map(({ id }) => id)).toEqual(['3', '10', '9', '8', '7', '6', '5', '4', '2']);
  expect(callers.recents()[0]).toEqual({ ...customer('3'), openedAt: 11 });
});

it('keeps the recent customers at the end of a call, and forgets everybody when the agent leaves', () => {
  const callers = new RecentCustomers();
  callers.opened(customer('1'));
  expect(callers.open()?.id).toBe('1');
  callers.callEnded();
  expect(callers.open()).toBeUndefined();
  expect(callers.recents()).toHaveLength(1);
  callers.opened(customer('2'));
  callers.forgotten();
  expect([callers.open(), callers.recents()]).toEqual([undefined, []]);
});

it('is busy with an open customer and with calls on hold, until their page ends or the agent leaves', () => {
  const callers = new RecentCustomers();
  expect(callers.isBusy()).toBe(false);
  callers.opened(customer('1'));
  callers.callHeld(1);
  expect([callers.open(), callers.isBusy()]).toEqual([undefined, true]);
  callers.callEnded();
  expect(callers.isBusy()).toBe(true);
  expect(callers.pageGone()).toBe(1);
  expect(callers.isBusy()).toBe(false);
  callers.callHeld(2);
  callers.forgotten();
  expect(callers.isBusy()).toBe(false);
});

it('tells customers of two tenants with the same ID apart', () => {
  const callers = new RecentCustomers();
  callers.opened(customer('1'));
  callers.opened(customer('1', 'https://other.example'));
  expect(callers.recents()).toHaveLength(2);
});
