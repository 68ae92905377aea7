import { z } from 'zod';
import type { CheckIn } from '../../preload/contract/domain';
import { id, supplied, word } from './schemas';

/** A date-time without the name of its time zone, as in `…+02:00[Europe/Berlin]`. */
const dateTime = word.transform((text) => text?.replace(/\[[^\]]*\]$/, ''));

const sentCheckIn = z.object({ checkinId: id, checkInDateTime: dateTime, studioName: word });

/** Names of the fields that are read of a check-in. */
export const checkInFields = Object.keys(sentCheckIn.shape);

/** A row of `GET /v1/customers/{customerId}/activities/checkins`. The rules of `schemas.ts` apply. */
export const checkIn = sentCheckIn.transform((sent) =>
  supplied<CheckIn>({ id: sent.checkinId, dateTime: sent.checkInDateTime, studioName: sent.studioName }),
);
