import { type CustomerRecord, money } from './api-records';
import { regular } from './bookings';
import { addDays, dayOfMonth } from './calendar';
import { contractId, running } from './contracts';
import { type Example, plainAccount, plainExample } from './example';
import { chargedFor, mixedCurrencies, openAmongTheOldest, someInInstallments } from './example-bookings';
import { pictured, picturedPause } from './example-reference-account';

/** Examples of what explains an account: access, pauses, and how bookings and balance compare. */
export const explainedExamples: Example[] = [
  blocked('9101', 'Blocked with an end', 'Access is blocked for another 30 days', -25, 30),
  blocked('9102', 'Blocked without an end', 'Access is blocked, and nobody said until when', -25),
  blocked('9103', 'Blocked tomorrow', 'A restriction begins tomorrow; access is not refused yet', 1),
  blocked('9104', 'Block is over', 'A restriction that ended ten days ago', -60, -10),
  paused('9105', 'Paused now', 'A pause of the contract that ends in 20 days', -10, 20),
  paused('9106', 'Paused later', 'A pause of the contract that begins in 20 days', 20, 80),
  plainExample('9118', 'Newer API', 'Bookings with `chargeType` and the period that they pay for', {
    account: balance('-64.80'),
    bookings: chargedFor,
  }),
  plainExample(
    '9120',
    'Balance and open sum differ',
    'The balance is −16.33, and 59.80 of the bookings are open',
    {
      account: balance('-16.33'),
      bookings: regular({ past: 14, upcoming: 3, open: 2 }),
    },
  ),
  plainExample('9121', 'Several currencies open', 'Open in EUR, CHF and JPY at once', {
    account: balance('-89.70'),
    bookings: mixedCurrencies,
  }),
  plainExample(
    '9122',
    'Some in installments',
    'Two of three open bookings are in a plan, one is partly settled',
    {
      account: balance('-69.80'),
      bookings: someInInstallments,
    },
  ),
  plainExample('9123', 'All settled', 'No past booking is open, and the next premium comes', {
    account: balance('0.00'),
  }),
  plainExample('9124', 'Only credit', 'Consumption credit, and nothing open or ahead', {
    account: { ...plainAccount, consumptionCredit: money('25.00') },
    bookings: regular({ past: 14, upcoming: 0 }),
  }),
  plainExample('9125', 'More than 500 bookings', '620 past ones; one of the oldest is open', {
    account: balance('-119.60'),
    bookings: openAmongTheOldest,
  }),
  plainExample('9126', 'German caller', 'Speaks German: `preferredLanguage` is de-DE', {
    account: balance('-64.80'),
    bookings: chargedFor,
    record: { preferredLanguage: { languageCode: 'de', countryCode: 'DE' } },
  }),
  plainExample('9127', 'As pictured', 'The account and contracts of 1001, and access is blocked', {
    ...pictured('9127'),
    record: (today) => ({
      ...picturedPause('9127', today),
      accessRefusal: true,
      accessRestrictions: [{ reason: 'Outstanding fees', startDate: '2026-11-03' }],
    }),
  }),
];

function balance(amount: string) {
  return { ...plainAccount, accountBalance: money(amount) };
}

/** A restriction between two days, counted from today. Access is refused while it is in force. */
function blocked(id: string, name: string, shows: string, from: number, to?: number): Example {
  return plainExample(id, name, shows, {
    record: (today): Partial<CustomerRecord> => ({
      accessRefusal: from <= 0 && (to === undefined || to >= 0),
      accessRestrictions: [
        {
          reason: 'Outstanding fees',
          startDate: addDays(today, from),
          ...(to !== undefined && { endDate: addDays(today, to) }),
        },
      ],
    }),
  });
}

/** A pause between two days, counted from today. */
function paused(id: string, name: string, shows: string, from: number, to: number): Example {
  return plainExample(id, name, shows, {
    contracts: (today) => [running(today, { id: contractId(id), startDate: dayOfMonth(today, -8) })],
    record: (today): Partial<CustomerRecord> => ({
      idlePeriods: [
        {
          id: contractId(id, 90),
          startDate: addDays(today, from),
          endDate: addDays(today, to),
          reason: 'Stay abroad',
          contract: { id: contractId(id), rateName: 'Premium' },
          unlimited: false,
        },
      ],
    }),
  });
}
