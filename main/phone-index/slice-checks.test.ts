import { expect, it } from 'vitest';
import { SliceChecks } from './slice-checks';

it('customers without end are a fault', () => {
  const checks = new SliceChecks();
  const rows = (id: number) => Array(500).fill({ id: String(id), phones: [] });
  let slices = 0;
  let fault: string | undefined;
  while (!fault && slices < 5_000) {
    slices += 1;
    fault = checks.fault({ rows: rows(slices), nextOffset: String(slices) }, 500, undefined);
  }
  expect([fault, slices]).toEqual(['Slices without end', 2_000]);
});

it('a slice of customers of another studio is a fault, unless it is the last one after customers of the own', () => {
  const slice = (id: string, studioId: string) => ({ rows: [{ id, studioId, phones: [] }] });
  expect(new SliceChecks().fault(slice('1', '8'), 500, '7')).toBe('Customers of another studio');
  const checks = new SliceChecks();
  expect(checks.fault(slice('1', '7'), 500, '7')).toBeUndefined();
  expect(checks.fault(slice('2', '8'), 500, '7')).toBeUndefined();
  expect(checks.fault({ ...slice('3', '8'), nextOffset: '4' }, 500, '7')).toBe('Customers of another studio');
});
