import { z } from 'zod';
import type { BookingPeriod } from '../../../preload/contract/domain';
import { pageOffset, pageSliceReader, sliceQuery } from '../bounded-slices';
import { fieldFilter } from '../json-projection';
import { booking, bookingFields } from '../schemas';
import { id, studio } from './inputs';
import type { Lookup } from './lookup';

const endpoints: Record<BookingPeriod, string> = {
  past: '/v1/customers/{customerId}/account/transactions',
  upcoming: '/v1/customers/{customerId}/account/transactions/upcoming',
};

const bookingFieldFilter = fieldFilter(bookingFields);

/** `GET /v1/customers/{customerId}/account/transactions`, past or upcoming, slice by slice. */
export const bookingsLookup: Lookup<'account:bookings'> = {
  input: z.strictObject({
    studio,
    id,
    period: z.enum(['past', 'upcoming']),
    offset: pageOffset.exactOptional(),
    isBackground: z.literal(true).exactOptional(),
  }),
  studio: (input) => input.studio,
  request: (input) => ({
    endpoint: endpoints[input.period],
    path: { customerId: input.id },
    query: sliceQuery(input.offset),
    ...(input.isBackground && { isBackground: true }),
  }),
  reader: ({ offset }, key) =>
    pageSliceReader(booking, bookingFieldFilter, offset, key, ({ rows, ...rest }) => ({
      bookings: JSON.stringify(rows),
      ...rest,
    })),
  kind: (input) => input.period,
};
