import { expect, it } from 'vitest';
import { LookupRequests } from './lookup-requests';

it('a lookup from outside allows the window to come to the front once; the page alone cannot', () => {
  const lookups = new LookupRequests({ text: '1001' }, () => undefined);
  expect(lookups.comesForward()).toBe(false);
  lookups.pageStarted();
  lookups.arrived({ text: '1002' });
  expect([lookups.comesForward(), lookups.comesForward()]).toEqual([true, false]);
});
