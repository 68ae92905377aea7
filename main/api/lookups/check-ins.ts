import { z } from 'zod';
import { checkInSlice } from '../check-in-schema';
import { id, studio, text } from './inputs';
import type { Lookup } from './lookup';

/** Check-ins per slice, the most that the API allows. */
const sliceSize = '50';

/** `GET /v1/customers/{customerId}/activities/checkins`, slice by slice. */
export const checkInsLookup: Lookup<'account:check-ins'> = {
  input: z.strictObject({
    studio,
    id,
    from: z.iso.date(),
    to: z.iso.date(),
    offset: text.exactOptional(),
  }),
  studio: (input) => input.studio,
  request: ({ id: customerId, from, to, offset }) => ({
    endpoint: '/v1/customers/{customerId}/activities/checkins',
    path: { customerId },
    query: { fromDate: from, toDate: to, sliceSize, ...(offset !== undefined && { offset }) },
  }),
  answer: () => checkInSlice,
  kind: () => 'check-ins',
};
