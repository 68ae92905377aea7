import type { CheckInsInput } from '../../../preload/contract/calls';
import type { CheckIn, CheckInSlice } from '../../../preload/contract/domain';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import type { CustomerRef } from '../../../preload/contract/studio';
import { today } from '../../format/date';
import { type NoRight, noRight } from '../../missing-rights';
import { readCheckInTime } from './check-in-time';

/** What the desk shows of a customer's check-ins. */
export interface CheckIns {
  /** Number of check-ins in the last 30 days. */
  count: number;
  /** False when there are more check-ins than Ringside loads. */
  isCountComplete: boolean;
  /** The latest one in the last 30 days or, without any, in the last 365. */
  last: CheckIn | undefined;
  /** False when there may be a later one: not all were loaded, or some have no readable time. */
  isLastCertain: boolean;
}

/** Loads one slice. */
export type AskCheckIns = (input: CheckInsInput) => Promise<Outcome<CheckInSlice | NoRight>>;

const monthDays = 30;
/** The longest time span that the API allows. */
const yearDays = 365;
/** Maximum number of slices of a time span, of 50 check-ins each, or up to 500 if the API sends more. */
const maxSlices = 10;

/**
 * Loads all check-ins of the last 30 days and, when there are none, of the last 365.
 *
 * @param isWanted false when nobody waits for the answer any more; then no further slice is requested
 */
export async function loadCheckIns(
  { studio, id }: CustomerRef,
  ask: AskCheckIns,
  isWanted: () => boolean,
  now: Date,
): Promise<Outcome<CheckIns | NoRight>> {
  async function all(days: number): Promise<Outcome<Loaded | NoRight>> {
    const span = { from: dayBefore(now, days - 1), to: today(now) };
    const rows = new Map<string, CheckIn>();
    let offset: string | undefined;
    for (let slice = 0; slice < maxSlices; slice += 1) {
      const outcome = await ask({ studio, id, ...span, ...(offset !== undefined && { offset }) });
      if (!isWanted()) return fail({ kind: 'cancelled' });
      if (!outcome.ok) return outcome;
      if (outcome.value === noRight) return succeed(noRight);
      // A check-in during the requests can move the slices, so that one arrives twice.
      for (const checkIn of outcome.value.checkIns) rows.set(checkIn.id, checkIn);
      offset = outcome.value.nextOffset;
      if (offset === undefined) break;
    }
    return succeed({ checkIns: [...rows.values()], isComplete: offset === undefined });
  }

  const month = await all(monthDays);
  if (!month.ok || month.value === noRight) return month as Outcome<NoRight>;
  const { checkIns, isComplete } = month.value;
  const span = checkIns.length > 0 ? month : await all(yearDays);
  if (!span.ok || span.value === noRight) return span as Outcome<NoRight>;
  return succeed({ count: checkIns.length, isCountComplete: isComplete, ...latest(span.value) });
}

/** Check-ins of one time span. */
interface Loaded {
  checkIns: CheckIn[];
  isComplete: boolean;
}

/** The latest check-in. The order of the answer is not documented, so the times are compared. */
function latest({ checkIns, isComplete }: Loaded): Pick<CheckIns, 'last' | 'isLastCertain'> {
  const timed = checkIns.map((checkIn) => ({
    checkIn,
    ms: readCheckInTime(checkIn.dateTime ?? '')?.ms ?? Number.NEGATIVE_INFINITY,
  }));
  timed.sort((a, b) => (a.ms === b.ms ? 0 : b.ms - a.ms));
  return {
    last: timed[0]?.checkIn,
    isLastCertain: isComplete && (checkIns.length === 1 || timed.every(({ ms }) => Number.isFinite(ms))),
  };
}

function dayBefore(now: Date, days: number): string {
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}
