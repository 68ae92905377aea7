import { expect, it } from 'vitest';
import type { Contract } from '../../../preload/contract/domain';
import { isPriceAhead, sortContracts } from './contracts';

const contract = (id: string, status: string, startDate?: string): Contract => ({
  id,
  status,
  cancelled: false,
  modules: [],
  flatFees: [],
  ...(startDate && { startDate }),
});

it('tells active, ended and other contracts apart, the latest start first', () => {
  const all = [
    contract('1', 'INACTIVE', '2026-01-01'),
    contract('2', 'ACTIVE', '2019-01-01'),
    contract('3', 'FROZEN'),
    contract('5', 'INACTIVE', '2027-01-01'),
    contract('4', 'ACTIVE', '2020-01-01'),
  ];
  const { active, ended, others } = sortContracts(all, [], '2026-11-28');
  expect(active.map(({ id }) => id)).toEqual(['4', '2']);
  expect(ended.map(({ id }) => id)).toEqual(['1']);
  expect(others.map(({ id }) => id)).toEqual(['5', '3']);
});

it('shows a contract that came twice once, as it came last', () => {
  const twice = [contract('1', 'INACTIVE', '2020-01-01'), contract('1', 'ACTIVE', '2020-01-01')];
  const { active, ended } = sortContracts(twice, [], '2026-11-28');
  expect([active.length, ended.length]).toEqual([1, 0]);
});

it('gives a pause to its contract, and keeps one of an unknown contract apart', () => {
  const own = contract('1', 'ACTIVE');
  const pauses = [
    { startDate: '2026-01-01', contractId: '1' },
    { startDate: '2026-02-01', contractId: '9' },
    { startDate: '2026-03-01' },
  ];
  const sorted = sortContracts([own], pauses, '2026-11-28');
  expect(sorted.pausesOf(own)).toEqual([pauses[0]]);
  expect(sorted.otherPauses).toEqual([pauses[1], pauses[2]]);
});

it('counts a later price from the start of the contract', () => {
  const months = { value: '3', unit: 'MONTH' };
  const started = contract('1', 'ACTIVE', '2026-11-30');
  expect(isPriceAhead(started, months, '2027-02-27')).toBe(true);
  expect(isPriceAhead(started, months, '2027-02-28')).toBe(false);
  expect(isPriceAhead(started, { value: '2', unit: 'FORTNIGHT' }, '2099-01-01')).toBe(true);
  expect(isPriceAhead(contract('1', 'ACTIVE'), months, '2099-01-01')).toBe(true);
});
