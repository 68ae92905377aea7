import { expect, it } from 'vitest';
import { loadPhoneNumbers } from './load-phone-numbers';

it('makes breaks the first time only, so that later numbers wait for nothing', async () => {
  await loadPhoneNumbers();
  let hasEvent = false;
  setImmediate(() => {
    hasEvent = true;
  });
  await loadPhoneNumbers();
  expect(hasEvent).toBe(false);
});
