import { expect, it } from 'vitest';
import { LookupRequests } from './lookup-requests';

it('a lookup from outside brings the window forward once, a page by itself never', () => {
  const lookups = new LookupRequests('1001', () => undefined);
  expect(lookups.comesForward()).toBe(false);
  lookups.pageStarted();
  lookups.arrived('1002');
  expect([lookups.comesForward(), lookups.comesForward()]).toEqual([true, false]);
});
