import { type ClauseFormat, capitalised } from './clause-words';
import type { ClauseWords } from './clauses';

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Numbers up to twelve as words. */
const number = (count: number) => numbers[count] ?? String(count);

const counted = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

const noEnd = ', with no end set';

/** English texts of the clauses. */
export function englishClauses({ money, date, list }: ClauseFormat): ClauseWords {
  const inAll = (sums: Parameters<typeof money>[0], count: number) =>
    `${money(sums)}${count > 1 && sums.length === 1 ? ' in all' : ''}`;
  const because = (reason: string | undefined) => (reason ? `; the reason given is ‘${reason}’` : '');
  return {
    open({ count, sums, oldest, loaded }) {
      const many =
        loaded === 1 ? 'the one transaction loaded' : `${number(count)} of the ${loaded} transactions loaded`;
      const what = loaded === undefined ? counted(count, 'transaction', 'transactions') : many;
      const due = oldest === undefined ? '' : `, ${count > 1 ? 'the oldest ' : ''}due on ${date(oldest)}`;
      return `${capitalised(what)} ${count === 1 ? 'is' : 'are'} open: ${inAll(sums, count)}${due}.`;
    },
    fees({ count, of, sums }) {
      if (of === 1) return 'It is a fee.';
      if (count === of) return 'All of them are fees.';
      return `${capitalised(number(count))} of them ${count === 1 ? 'is a fee' : 'are fees'}: ${inAll(sums, count)}.`;
    },
    partlySettled({ count, of }) {
      if (of === 1) return 'The open transaction is partly settled.';
      const which = count === of ? 'all' : number(count);
      return `${capitalised(which)} of the open transactions ${count === 1 ? 'is' : 'are'} partly settled.`;
    },
    belowZero: ({ count }) =>
      `${capitalised(counted(count, 'past transaction has', 'past transactions have'))} an open amount below zero, which is not counted here.`,
    openUnknown: ({ count }) =>
      `The open amount of ${counted(count, 'past transaction', 'past transactions')} is not known.`,
    nothingOpen({ others, loaded }) {
      const rest = others ? 'the other ' : '';
      if (loaded === undefined) return `Nothing is open from ${rest}past transactions.`;
      if (others) return 'Nothing is open from the other past transactions loaded.';
      return `Nothing is open from the ${loaded === 1 ? 'one past transaction' : `${loaded} past transactions`} loaded.`;
    },
    nextDue({ date: day, sums, isToday, isPartial }) {
      const [is, amount] = sums.length === 1 ? ['is', 'amount'] : ['are', 'amounts'];
      const next = `the next ${amount} due ${is} ${money(sums)}, on ${date(day)}`;
      if (isPartial)
        return `Of the transactions loaded, ${isToday ? `${money(sums)} ${is} due today` : next}.`;
      return isToday ? `Today, ${money(sums)} ${is} due.` : `${capitalised(next)}.`;
    },
    installments({ open, coming, isPartial }) {
      const parts = [
        ...(open > 0 ? [counted(open, 'open transaction', 'open transactions')] : []),
        ...(coming > 0 ? [counted(coming, 'upcoming transaction', 'upcoming transactions')] : []),
      ];
      const text = `${list(parts)} ${open + coming === 1 ? 'is' : 'are'} in an installment plan`;
      return isPartial ? `Of the transactions loaded, ${text}.` : `${capitalised(text)}.`;
    },
    pauses: (pauses) =>
      pauses
        .map(({ isNow, start, end, reason, rateName }) => {
          // Of a pause without an end, English says since when it has been in force.
          const [named, unnamed] = !isNow
            ? ['will be paused', 'There will be a pause']
            : end
              ? ['is paused', 'There is a pause']
              : ['has been paused', 'There has been a pause'];
          const from = start ? ` ${isNow && !end ? 'since' : 'from'} ${date(start)}` : '';
          const to = end ? ` ${start ? 'to' : 'until'} ${date(end)}` : noEnd;
          return `${rateName ? `The contract ‘${rateName}’ ${named}` : unnamed}${from}${to}${because(reason)}.`;
        })
        .join(' '),
    blocked(spans) {
      if (spans.length === 0) return 'Access is blocked.';
      return spans
        .map(({ start, end, reason = '' }, index) => {
          const what = index === 0 ? 'Access is blocked; the reason given is' : 'Another reason given is';
          const since = start ? `, since ${date(start)}` : '';
          return `${what} ‘${reason}’${since}${end ? `, until ${date(end)}` : noEnd}.`;
        })
        .join(' ');
    },
    agency: () => 'Open claims were handed to a debt collection agency.',
    pastMissing: () => 'What is open from past transactions is not known at the moment.',
    upcomingMissing: () => 'What is due next is not known at the moment.',
    accountMissing: () => 'Whether a debt collection agency has open claims is not known at the moment.',
  };
}
