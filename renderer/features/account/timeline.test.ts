import { expect, it } from 'vitest';
import type { Booking } from '../../../preload/contract/domain';
import { timelineOf } from './timeline';

const booking = (id: string, dueDate: string): Booking => ({ id, dueDate, installmentPlan: false });
const ready = (value: Booking[]) => ({ content: { state: 'ready' as const, value, asOf: 0 } });

it('what is due today stands below the line of today, above the past', () => {
  const upcoming = ready([booking('a', '2026-12-01'), booking('b', '2026-11-28')]);
  const past = ready([booking('c', '2026-11-01')]);
  const rows = timelineOf(past, upcoming, false, '2026-11-28');
  expect(rows.upcoming.map(({ key }) => key)).toEqual(['upcoming a']);
  expect(rows.past.map(({ key }) => key)).toEqual(['upcoming b', 'past c']);
});
