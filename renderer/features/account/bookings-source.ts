import type { StoreApi } from 'zustand/vanilla';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { refOf } from '../../customer-ref';
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
    open(hit) {
      // Once for both periods: the first call takes over the commands that wait for the bookings.
      if (period === 'past') timeline.getState().opened();
      // The home studio has no key here, so there is nothing to ask.
      if (hit.via) {
        store.getState().cleared();
        return Promise.resolve();
      }
      return store.getState().opened(refOf(hit));
    },
    keep() {
      const show = store.getState().kept();
      return () => {
        timeline.getState().cleared();
        show();
      };
    },
    clear() {
      timeline.getState().cleared();
      store.getState().cleared();
    },
    label: ({ messages }) => messages.diagnostics.sources[period],
    confidential: true,
  };
}
