import type { Money } from '../../../preload/contract/domain';
import { type ClauseFormat, capitalised } from './clause-words';
import type { ClauseWords } from './clauses';

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Numbers up to twelve as words. */
const number = (count: number) => numbers[count] ?? String(count);

const counted = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

const soFar = 'transactions loaded so far';
const noEnd = ', with no end set';

/** English texts of the clauses. */
export function englishClauses({ money, date, list }: ClauseFormat): ClauseWords {
  const inTotal = (sums: readonly Money[], count: number) =>
    `${money(sums)}${count > 1 && sums.length === 1 ? ' in total' : ''}`;
  const because = (reason: string | undefined) => (reason ? `; the reason given is ‘${reason}’` : '');
  return {
    open({ count, sums, oldest, loaded }) {
      const due = count > 1 ? 'The oldest was due' : 'It was due';
      const since = oldest === undefined ? '' : ` ${due} on ${date(oldest)}.`;
      const are = count === 1 ? 'is' : 'are';
      return `${capitalised(openOf(count, loaded))} ${are} open: ${inTotal(sums, count)}.${since}`;
    },
    fees({ count, of, sums }) {
      if (of === 1) return 'It is a fee.';
      if (count === of) return `${of === 2 ? 'Both' : 'All'} of them are fees.`;
      return `${capitalised(number(count))} of them ${count === 1 ? 'is a fee' : 'are fees'}: ${inTotal(sums, count)}.`;
    },
    partlySettled({ count, of }) {
      if (of === 1) return 'The open transaction is partly settled.';
      if (count === of) return `${of === 2 ? 'Both' : 'All'} open transactions are partly settled.`;
      return `${capitalised(number(count))} of the open transactions ${count === 1 ? 'is' : 'are'} partly settled.`;
    },
    belowZero: ({ count }) =>
      count === 1
        ? 'The open amount of one past transaction is below zero. It is not counted here.'
        : `The open amounts of ${number(count)} past transactions are below zero. They are not counted here.`,
    openUnknown: ({ count }) =>
      count === 1
        ? 'The open amount of one past transaction is not known.'
        : `The open amounts of ${number(count)} past transactions are not known.`,
    nothingOpen({ others, loaded }) {
      if (loaded === undefined)
        return others ? 'None of the other past transactions is open.' : 'No past transactions are open.';
      if (others) return `None of the other past ${soFar} is open.`;
      if (loaded === 1) return 'The only past transaction loaded so far is not open.';
      const none = loaded === 2 ? 'Neither' : 'None';
      return `${none} of the ${number(loaded)} past ${soFar} is open.`;
    },
    nextDue({ date: day, sums, isToday, isPartial }) {
      const [is, amount] = sums.length === 1 ? ['is', 'amount'] : ['are', 'amounts'];
      const text = isToday
        ? `${money(sums)} ${is} due today.`
        : `the next ${amount} due ${is} ${money(sums)}, on ${date(day)}.`;
      return isPartial ? `According to the ${soFar}, ${text}` : capitalised(text);
    },
    dueUnknown: ({ count }) =>
      count === 1
        ? 'The amount or due date of one upcoming transaction is not known.'
        : `The amounts or due dates of ${number(count)} upcoming transactions are not known.`,
    installments({ open, coming, isPartial }) {
      const parts = [
        ...(open > 0 ? [counted(open, 'open transaction', 'open transactions')] : []),
        ...(coming > 0 ? [counted(coming, 'upcoming transaction', 'upcoming transactions')] : []),
      ];
      const text = `${list(parts)} ${open + coming === 1 ? 'is' : 'are'} part of an installment plan.`;
      return isPartial ? `Among the ${soFar}, ${text}` : capitalised(text);
    },
    pauses: (pauses) =>
      pauses
        .map(({ isNow, start, end, reason, rateName }) => {
          const why = because(reason);
          const to = end ? ` ${start ? 'to' : 'until'} ${date(end)}` : noEnd;
          if (!rateName && !isNow && start) {
            const ends = end ? ` and ends on ${date(end)}` : noEnd;
            return `A pause of a contract begins on ${date(start)}${ends}${why}.`;
          }
          // English uses the present perfect for a pause without an end.
          const verb = !isNow ? 'will be' : end ? 'is' : 'has been';
          const from = start ? ` ${isNow && !end ? 'since' : 'from'} ${date(start)}` : '';
          const what = rateName
            ? `The contract ‘${rateName}’ ${verb} paused`
            : `A pause of a contract ${verb} in force`;
          return `${what}${from}${to}${why}.`;
        })
        .join(' '),
    blocked(spans) {
      const reasons = spans.map(({ start, end, reason = '' }, index) => {
        const what = `${index === 0 ? 'The' : 'Another'} reason given is ‘${reason}’`;
        if (!end)
          return start ? `${what}, in force since ${date(start)}${noEnd}.` : `${what}. No end is set.`;
        return `${what}, in force ${start ? `from ${date(start)} to` : 'until'} ${date(end)}.`;
      });
      return ['Access is blocked.', ...reasons].join(' ');
    },
    agency: () => 'Open claims have been passed to a debt collection agency.',
    pastMissing: () => 'It is not known at the moment what is open from past transactions.',
    upcomingMissing: () => 'It is not known at the moment what is due next.',
    accountMissing: () =>
      'It is not known at the moment whether open claims have been passed to a debt collection agency.',
  };
}

/** What is open, in the middle of a sentence; of the loaded transactions where there may be more. */
function openOf(count: number, loaded: number | undefined): string {
  if (loaded === undefined) return counted(count, 'transaction', 'transactions');
  if (loaded === 1) return 'the only transaction loaded so far';
  if (count < loaded) return `${number(count)} of the ${number(loaded)} ${soFar}`;
  return `${count === 2 ? 'both' : `all ${number(count)}`} ${soFar}`;
}
