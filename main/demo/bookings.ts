import { type DemoBooking, type DemoMoney, money, monthsFrom } from './model';

export interface BookingPlan {
  past: number;
  upcoming: number;
  amount?: string;
  currency?: string;
  /** How many of the newest past bookings are open. */
  open?: number;
  installmentPlan?: boolean;
  /** Optional fields are left out of every other booking. */
  gaps?: boolean;
  /** Every third booking is in this currency. */
  secondCurrency?: string;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Monthly bookings around a day, newest first in the past and soonest first in the future, as plans say. */
export function planBookings(customerId: string, plan: BookingPlan, today: string) {
  const base = Number(customerId.slice(-6)) * 1_000;
  const day = (index: number, sign: 1 | -1) => {
    // Twelve months of future at most: what is planned beyond falls on later days of the same months.
    const month = sign === 1 ? 1 + (index % 12) : -index;
    const date = monthsFrom(today, month, 1 + (sign === 1 ? Math.floor(index / 12) : 0));
    return sign === -1 && date >= today ? monthsFrom(today, month - 1) : date;
  };
  const booking = (index: number, sign: 1 | -1): DemoBooking => {
    const dueDate = day(index, sign);
    const currency = plan.secondCurrency && index % 3 === 2 ? plan.secondCurrency : plan.currency;
    const amount = money(plan.amount ?? '29.90', currency);
    const open = sign === 1 || index < (plan.open ?? 0);
    const gap = plan.gaps === true && index % 2 === 1;
    return {
      id: base + (sign === 1 ? 500 + index : index),
      dueDate,
      ...(!gap && {
        description: `Membership Premium, ${months[Number(dueDate.slice(5, 7)) - 1]}`,
        amount,
        openAmount: open ? amount : nothing(amount),
      }),
      installmentPlan: plan.installmentPlan === true && sign === -1 && index === 0,
    };
  };
  return {
    past: Array.from({ length: plan.past }, (_, index) => booking(index, -1)),
    upcoming: Array.from({ length: plan.upcoming }, (_, index) => booking(index, 1)),
  };
}

function nothing({ currency }: DemoMoney): DemoMoney {
  return money('0.00', currency);
}
