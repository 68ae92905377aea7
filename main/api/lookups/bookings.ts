import { z } from 'zod';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { bookingSlice } from '../schemas';
import { id, studio, text } from './inputs';
import type { Lookup } from './lookup';

/** Bookings per slice, the most that the API allows. */
const sliceSize = '50';

const endpoints: Record<BookingPeriod, string> = {
  past: '/v1/customers/{customerId}/account/transactions',
  upcoming: '/v1/customers/{customerId}/account/transactions/upcoming',
};

const slice = bookingSlice.transform(({ bookings, nextOffset }) => ({
  bookings: JSON.stringify(bookings),
  ...(nextOffset !== undefined && { nextOffset }),
}));

/** `GET /v1/customers/{customerId}/account/transactions`, past or upcoming, slice by slice. */
export const bookingsLookup: Lookup<'account:bookings'> = {
  input: z.strictObject({
    studio,
    id,
    period: z.enum(['past', 'upcoming']),
    offset: text.exactOptional(),
    isBackground: z.literal(true).exactOptional(),
  }),
  studio: (input) => input.studio,
  request: (input) => ({
    endpoint: endpoints[input.period],
    path: { customerId: input.id },
    query: { sliceSize, ...(input.offset !== undefined && { offset: input.offset }) },
    ...(input.isBackground && { isBackground: true }),
  }),
  answer: () => slice,
  kind: (input) => input.period,
};
