import { money } from './api-records';
import { type BookingPlan, booking, membershipPremium, regular } from './bookings';
import { addDays, dayOfMonth, yearAfter } from './calendar';

/**
 * 40 past bookings: two are open, the newest is in an installment plan, and two fees stand between the premiums.
 */
export const picturedBookings: BookingPlan = (today) => {
  const premiums = regular({ past: 38, upcoming: 6, open: 2, installmentPlan: true })(today);
  const monthsBack = today.endsWith('-01') ? 4 : 3;
  return [
    ...charged('MEMBERSHIP_CHARGE', premiums),
    ...charged('DUNNING_FEE', [booking(dayOfMonth(today, -monthsBack, 12), 'Reminder fee', money('5.00'))]),
    ...charged('CHARGED_BACK_FEE', [
      booking(dayOfMonth(today, -monthsBack - 5, 12), 'Chargeback fee', money('7.50')),
    ]),
  ];
};

/** Every combination of the three optional fields. */
export const bookingsWithGaps: BookingPlan = (today) =>
  regular({ past: 16, upcoming: 8, open: 16 })(today).map((draft, index) => {
    const { description, amount, openAmount, ...required } = draft;
    return {
      ...required,
      ...(index % 2 === 0 && description !== undefined && { description }),
      ...(Math.floor(index / 2) % 2 === 0 && amount && { amount }),
      ...(Math.floor(index / 4) % 2 === 0 && openAmount && { openAmount }),
    };
  });

/** Open amounts in three currencies, which must not be added up. */
export const mixedCurrencies: BookingPlan = (today) => {
  const amounts = [money('29.90'), money('31.50', 'CHF'), money('4500', 'JPY')];
  return regular({ past: 12, upcoming: 3 })(today).map(({ dueDate }, index) =>
    booking(
      dueDate,
      membershipPremium(dueDate),
      amounts[index % amounts.length] ?? money('29.90'),
      index < 9,
    ),
  );
};

/** Amounts that JavaScript numbers or wrong formatting would change. */
export const exactAmounts: BookingPlan = (today) =>
  [money('0.07'), money('1234567.89'), money('12.345', 'KWD'), money('89.70'), money('-0.10')].map(
    (amount, index) => booking(addDays(today, -1 - index), `Exactly ${amount.amount.text}`, amount, true),
  );

/** One day before and after each border: today is upcoming, and one year ahead is the last day. */
export const bordersOfToday: BookingPlan = (today) => [
  booking(addDays(today, -1), 'Due yesterday', money('1.00'), true),
  booking(today, 'Due today', money('2.00'), true),
  booking(today, 'Due today as well', money('2.50'), true),
  booking(addDays(today, 1), 'Due tomorrow', money('3.00'), true),
  booking(yearAfter(today), 'Due in one year', money('4.00'), true),
  booking(addDays(yearAfter(today), 1), 'Due later than one year ahead', money('5.00'), true),
];

/** Every row is part of an installment plan; two are partly settled. */
export const installments: BookingPlan = (today) =>
  regular({ past: 20, upcoming: 12, amount: '50.00' })(today).map((draft, index) => ({
    ...draft,
    description: `Installment ${index + 1}`,
    openAmount: money(index < 14 ? '50.00' : index < 16 ? '20.00' : '0.00'),
    installmentPlan: true,
  }));

/**
 * What the API sends from version 1.13 on: every kind of fee, a flat-rate contract, which is none, and a charge type
 * that nobody documented.
 */
export const chargeTypes: BookingPlan = (today) => [
  ...charged('MEMBERSHIP_CHARGE', regular({ past: 14, upcoming: 6, open: 1 })(today)),
  ...(
    [
      ['Reminder fee', '5.00', 'DUNNING_FEE', true],
      ['Returned direct debit', '7.50', 'CHARGED_BACK_FEE', true],
      ['No-show, yoga on Monday evening', '10.00', 'NO_SHOW_FEE', false],
      ['Address inquiry', '8.90', 'ADDRESS_INQUIRY_FEE', false],
      ['New card', '15.00', 'CARD_REPLACEMENT_FEE', false],
      ['Late cancellation', '4.50', 'CANCELATION_FEE', false],
      ['Card payment', '0.35', 'TRANSACTION_FEE', false],
      ['Sauna flat fee', '9.90', 'FLAT_FEE', false],
      ['Starter package fee, of a kind that is new', '19.90', 'SOMETHING_NEW', false],
    ] as const
  ).flatMap(([description, amount, chargeType, open], index) =>
    charged(chargeType, [booking(addDays(today, -9 - index * 17), description, money(amount), open)]),
  ),
];

/** Premiums with the month that they pay for, two of them open, and an open reminder fee without a period. */
export const chargedFor: BookingPlan = (today) => [
  ...charged('MEMBERSHIP_CHARGE', regular({ past: 14, upcoming: 6, open: 2 })(today)).map((draft) => ({
    ...draft,
    paidPeriodFrom: draft.dueDate,
    paidPeriodTo: addDays(dayOfMonth(draft.dueDate, 1), -1),
  })),
  ...charged('DUNNING_FEE', [booking(addDays(today, -9), 'Reminder fee', money('5.00'), true)]),
];

/** Three open premiums: the newest as usual, two in an installment plan, of which the older is partly settled. */
export const someInInstallments: BookingPlan = (today) =>
  regular({ past: 14, upcoming: 3, open: 3 })(today).map((draft, index) => ({
    ...draft,
    installmentPlan: index === 4 || index === 5,
    ...(index === 5 && { openAmount: money('10.00') }),
  }));

/** Three new premiums are open, and one that is among the 100 oldest of 620. */
export const openAmongTheOldest: BookingPlan = (today) =>
  regular({ past: 620, upcoming: 30, open: 3, everyDays: 4 })(today).map((draft, index) =>
    index === 590 ? { ...draft, openAmount: money('29.90') } : draft,
  );

/** Charges on 1 January and 1 July of the years around today. */
export const halfYearly: BookingPlan = (today) =>
  [-1, 0, 1].flatMap((years) => {
    const year = Number(today.slice(0, 4)) + years;
    return [
      booking(`${year}-01-01`, 'Membership, first half', money('179.40'), `${year}-01-01` >= today),
      booking(`${year}-07-01`, 'Membership, second half', money('149.50'), `${year}-07-01` >= today),
    ];
  });

function charged(chargeType: string, drafts: ReturnType<BookingPlan>): ReturnType<BookingPlan> {
  return drafts.map((draft) => ({ ...draft, chargeType }));
}
