import { addDays } from './calendar';
import { dateTime, visits } from './check-ins';
import { type Example, plainExample } from './example';

const daysOfTwoMonths = Array.from({ length: 60 }, (_, index) => 1 + index);

/** Examples of check-ins. */
export const visitExamples: Example[] = [
  plainExample('9170', 'Many check-ins', 'Two visits on each of 60 days: more than one slice in a month', {
    visits: visits([...daysOfTwoMonths, ...daysOfTwoMonths]),
  }),
  plainExample('9171', 'No check-ins', 'Nobody came in the last year', { visits: () => [] }),
  plainExample('9172', 'Check-ins with gaps', 'No times, no studio, a time without a zone, one in UTC', {
    visits: (today) => [
      { checkInDateTime: dateTime(addDays(today, -1), 18 * 60 + 5) },
      {
        checkInDateTime: `${addDays(today, -3)}T07:30:00`,
        checkOutDateTime: `${addDays(today, -3)}T08:45:00`,
      },
      { checkInDateTime: `${addDays(today, -6)}T16:20:00.000Z`, studioName: 'Fit Example Augsburg' },
      { studioName: 'Fit Example Munich' },
    ],
  }),
  plainExample('9173', 'Last visit long ago', 'One visit, 100 days ago', { visits: visits([100]) }),
  plainExample('9174', 'No right to check-ins', 'City Gym: its key may not read check-ins (403)', {
    studio: 6,
  }),
  plainExample('9175', 'Check-ins fail', 'Check-ins alone answer 500', {
    fault: { on: 'checkins', how: 'internal' },
  }),
];
