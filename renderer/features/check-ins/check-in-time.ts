import { formatTime, isDay, today } from '../../format/date';

/** Local date and time of a check-in. */
export interface CheckInTime {
  /** Milliseconds since the epoch, for comparisons. */
  ms: number;
  /** `YYYY-MM-DD` */
  day: string;
  /** `18:30` */
  time: string;
}

const form = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads a date-time of a check-in; undefined for any other text. The API names no time zone of a studio. A text with an offset
 * or without a zone has the local time of the studio, which is shown as sent. Only a text in UTC (`Z`) is
 * converted, to the time zone of this desktop. A text without a zone is compared as a time of this zone.
 */
export function readCheckInTime(text: string): CheckInTime | undefined {
  const [, day = '', time = '', zone] = form.exec(text) ?? [];
  const ms = isDay(day) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) return undefined;
  if (zone === 'Z') return { ms, day: today(new Date(ms)), time: formatTime(ms, 'en-GB', 'minute') };
  return { ms, day, time };
}
