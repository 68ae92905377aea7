import { z } from 'zod';
import type { CheckIn, CheckInSlice } from '../../preload/contract/domain';
import { id, sliceOf, supplied, word } from './schemas';

/** A date-time without the name of its time zone, as in `…+02:00[Europe/Berlin]`. */
const dateTime = word.transform((text) => text?.replace(/\[[^\]]*\]$/, ''));

const checkIn = z
  .object({ checkinId: id, checkInDateTime: dateTime, studioName: word })
  .transform((sent) =>
    supplied<CheckIn>({ id: sent.checkinId, dateTime: sent.checkInDateTime, studioName: sent.studioName }),
  );

/** Schema of `GET /v1/customers/{customerId}/activities/checkins`. The rules of `schemas.ts` apply. */
export const checkInSlice = sliceOf(checkIn).transform(
  ({ rows, ...rest }): CheckInSlice => ({ checkIns: rows, ...rest }),
);
