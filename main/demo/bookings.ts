import { type Booking, type Money, money } from './api-records';
import { addDays, dayNumber, dayOfMonth, yearAfter } from './calendar';

type Draft = Omit<Booking, 'id'>;

/** The bookings of a customer as of a day. */
export type BookingPlan = (today: string) => Draft[];

export interface Regular {
  past: number;
  upcoming: number;
  amount?: string;
  currency?: string;
  /** Number of the newest past bookings that are open. */
  open?: number;
  /** True when the newest past booking is part of an installment plan. */
  installmentPlan?: boolean;
  /** Days between two bookings; absent for the first day of every month. */
  everyDays?: number;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Premiums at regular intervals around today. A booking that is due today is upcoming, as in the API. */
export function regular(plan: Regular): BookingPlan {
  const due = plan.everyDays === undefined ? firsts : every(plan.everyDays);
  return (today) => [
    ...Array.from({ length: plan.upcoming }, (_, index) => premium(due(today, index), plan, true)),
    ...Array.from({ length: plan.past }, (_, index) => ({
      ...premium(due(today, -1 - index), plan, index < (plan.open ?? 0)),
      installmentPlan: plan.installmentPlan === true && index === 0,
    })),
  ];
}

/** Bookings of somebody who left: those as of four months ago. */
export function formerly(plan: BookingPlan): BookingPlan {
  return (today) => plan(dayOfMonth(today, -4));
}

/** A booking whose open amount is either its whole amount or a zero that is sent. */
export function booking(dueDate: string, description: string, amount: Money, open = false): Draft {
  const openAmount = open ? amount : money(zeroLike(amount.amount.text), amount.currency);
  return { dueDate, description, amount, openAmount, installmentPlan: false };
}

export function membershipPremium(dueDate: string): string {
  return `Membership Premium, ${months[Number(dueDate.slice(5, 7)) - 1]}`;
}

/**
 * Bookings as the two endpoints return them: past ones without today, newest first; upcoming ones from today to one
 * year ahead, soonest first. A booking keeps its ID on later days.
 */
export function bookingsOn(customerId: string, plan: BookingPlan, today: string) {
  const seen = new Map<string, number>();
  const base = Number(customerId.slice(-6)) * 1_000_000;
  const all = plan(today).map((draft): Booking => {
    const sameDay = seen.get(draft.dueDate) ?? 0;
    seen.set(draft.dueDate, sameDay + 1);
    return { id: base + sameDay * 100_000 + dayNumber(draft.dueDate), ...draft };
  });
  const end = yearAfter(today);
  return {
    past: all.filter(({ dueDate }) => dueDate < today).sort((a, b) => compare(b, a)),
    upcoming: all.filter(({ dueDate }) => dueDate >= today && dueDate <= end).sort(compare),
  };
}

function premium(dueDate: string, { amount = '29.90', currency = 'EUR' }: Regular, open: boolean): Draft {
  return booking(dueDate, membershipPremium(dueDate), money(amount, currency), open);
}

/** First day of a month: index 0 is the next one from today on, -1 the last one before today. */
function firsts(today: string, index: number): string {
  return dayOfMonth(today, index + (today.endsWith('-01') ? 0 : 1));
}

/** Counted from a fixed day, so that the dates stay the same on later days. */
function every(days: number) {
  return (today: string, index: number) => {
    const ahead = (days - (dayNumber(today) % days)) % days;
    return addDays(today, ahead + index * days);
  };
}

/** Zero with as many decimals as the amount: "0.00" for "29.90". */
function zeroLike(amount: string): string {
  const [, decimals] = amount.split('.');
  return decimals === undefined ? '0' : `0.${'0'.repeat(decimals.length)}`;
}

function compare(a: Booking, b: Booking): number {
  return a.dueDate === b.dueDate ? a.id - b.id : a.dueDate < b.dueDate ? -1 : 1;
}
