import { z } from 'zod';
import { pageOffset, pageSliceReader, sliceQuery } from '../bounded-slices';
import { checkIn, checkInFields } from '../check-in-schema';
import { fieldFilter } from '../json-projection';
import { id, studio } from './inputs';
import type { Lookup } from './lookup';

const checkInFieldFilter = fieldFilter(checkInFields);

/** `GET /v1/customers/{customerId}/activities/checkins`, slice by slice. */
export const checkInsLookup: Lookup<'account:check-ins'> = {
  input: z.strictObject({
    studio,
    id,
    from: z.iso.date(),
    to: z.iso.date(),
    offset: pageOffset.exactOptional(),
  }),
  studio: (input) => input.studio,
  request: ({ id: customerId, from, to, offset }) => ({
    endpoint: '/v1/customers/{customerId}/activities/checkins',
    path: { customerId },
    query: { fromDate: from, toDate: to, ...sliceQuery(offset) },
  }),
  reader: ({ offset }, key) =>
    pageSliceReader(checkIn, checkInFieldFilter, offset, key, ({ rows, ...rest }) => ({
      checkIns: rows,
      ...rest,
    })),
  kind: () => 'check-ins',
};
