import { expect, it } from 'vitest';
import { PhoneEntries } from './phone-entries';
import { SliceChecks } from './slice-checks';

/** A slice of one customer. */
const slice = (firstId: string, isOfOther = false, nextOffset?: string) => ({
  customers: 1,
  unidentified: 0,
  others: isOfOther ? 1 : 0,
  firstId,
  nextOffset,
  entries: PhoneEntries.none,
});

it('customers without end are a fault', () => {
  const checks = new SliceChecks();
  let slices = 0;
  let fault: string | undefined;
  while (!fault && slices < 5_000) {
    slices += 1;
    fault = checks.fault({ ...slice(String(slices), false, String(slices)), customers: 500 }, 500);
  }
  expect([fault, slices]).toEqual(['Slices without end', 2_000]);
});

it('a slice of customers of another studio is a fault, unless it is the last one after customers of the own', () => {
  expect(new SliceChecks().fault(slice('1', true), 500)).toBe('Customers of another studio');
  const checks = new SliceChecks();
  expect(checks.fault(slice('1'), 500)).toBeUndefined();
  expect(checks.fault(slice('2', true), 500)).toBeUndefined();
  expect(checks.fault(slice('3', true, '4'), 500)).toBe('Customers of another studio');
});
