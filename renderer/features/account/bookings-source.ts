import type { StoreApi } from 'zustand/vanilla';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { type Source, sourceOf } from '../../source';
import type { BookingsState } from './bookings-store';
import type { TimelineState } from './timeline-store';

/**
 * The bookings of one period.
 *
 * @param timeline loses its selection with the rows
 */
export function bookingsSource(
  store: StoreApi<BookingsState>,
  period: BookingPeriod,
  timeline: StoreApi<TimelineState>,
): Source {
  return {
    ...sourceOf(store),
    open({ customer }) {
      timeline.getState().cleared();
      return store.getState().opened(customer.id);
    },
    clear() {
      timeline.getState().cleared();
      store.getState().cleared();
    },
    label: ({ messages }) => messages.diagnostics.sources[period],
    confidential: true,
  };
}
