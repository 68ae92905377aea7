import { type AccountBalances, money } from './api-records';
import { type BookingPlan, regular } from './bookings';
import { type Example, plainAccount, plainBookings } from './example';
import {
  bookingsWithGaps,
  bordersOfToday,
  chargeTypes,
  exactAmounts,
  installments,
  mixedCurrencies,
} from './example-bookings';
import { picturedPause } from './example-reference-account';

/**
 * Examples of every state of an account, its bookings and a record. The meaning of the balance's sign is not
 * documented.
 */
export const states: Example[] = [
  account('9001', 'Balance above zero', 'An amount without a sign', { accountBalance: money('45.10') }),
  account(
    '9002',
    'Balance below zero',
    'An amount with a minus, a dunning level, three open bookings',
    { accountBalance: money('-89.70'), dunningLevel: 'Dunning Level 2' },
    regular({ past: 14, upcoming: 3, open: 3 }),
  ),
  account('9003', 'Balance zero', 'Exactly 0.00, which is not the same as none'),
  account(
    '9004',
    'Debt collection',
    'Claims handed to an agency, nine bookings open, none ahead',
    { accountBalance: money('-412.35'), dunningLevel: 'Dunning Level 3', inDebtCollection: true },
    regular({ past: 14, upcoming: 0, open: 9 }),
  ),
  left('9005', 'Balance missing', 'No `accountBalance`', { consumptionCredit: money('5.00') }),
  left('9006', 'All optionals missing', 'Nothing but `inDebtCollection`', {}),
  account(
    '9007',
    'Yen amounts',
    'JPY, a currency without decimals',
    { accountBalance: money('-12500', 'JPY'), consumptionCredit: money('300', 'JPY') },
    regular({ past: 14, upcoming: 3, open: 2, amount: '3500', currency: 'JPY' }),
  ),
  account(
    '9008',
    'KWD amounts',
    'Kuwaiti dinars with three decimals, 12.345',
    { accountBalance: money('12.345', 'KWD'), consumptionCredit: money('0.500', 'KWD') },
    regular({ past: 14, upcoming: 3, open: 2, amount: '12.345', currency: 'KWD' }),
  ),
  account(
    '9009',
    'Unknown currency',
    'ZZQ, which nobody knows',
    { accountBalance: money('12.50', 'ZZQ') },
    regular({ past: 5, upcoming: 1, open: 1, currency: 'ZZQ' }),
  ),
  account(
    '9010',
    'Impossible currency',
    '"EURO" is no currency code',
    { accountBalance: money('12.50', 'EURO') },
    regular({ past: 5, upcoming: 1, open: 1, currency: 'EURO' }),
  ),
  account('9011', 'Seven cents', '0.07', { accountBalance: money('0.07') }, exactAmounts),
  account('9012', 'Millions', '1234567.89', { accountBalance: money('1234567.89') }, exactAmounts),
  account(
    '9013',
    'Installment plan',
    'Every booking is part of an installment plan, some paid in part',
    { accountBalance: money('-600.00') },
    installments,
  ),
  account(
    '9014',
    'Hundreds of bookings',
    '400 past and 60 upcoming, in slices',
    { accountBalance: money('-59.80') },
    regular({ past: 400, upcoming: 60, open: 2, everyDays: 6 }),
  ),
  account('9015', 'No bookings', 'Neither past nor upcoming ones', {}, regular({ past: 0, upcoming: 0 })),
  account('9016', 'Bookings with gaps', 'Without description, amount or open amount', {}, bookingsWithGaps),
  account('9017', 'Mixed currencies', 'Open amounts in EUR, CHF and JPY', {}, mixedCurrencies),
  { ...account('9018', 'Access refused', '`accessRefusal` is true'), record: { accessRefusal: true } },
  {
    ...account('9019', 'Hardly anything known', 'No number, birth date, address or e-mail'),
    only: { firstName: 'Hardly anything known', lastName: 'Demo' },
  },
  { ...account('9020', 'Unknown status', 'A status nobody documented'), record: { status: 'FROZEN' } },
  left('9021', 'Consumption credit missing', 'No `consumptionCredit`', { accountBalance: money('9.90') }),
  account('9022', 'Dunning level missing', 'Below zero, in debt collection, and still no `dunningLevel`', {
    accountBalance: money('-29.90'),
    inDebtCollection: true,
  }),
  account('9023', 'Long dunning level', 'The studio wrote a sentence', {
    accountBalance: money('-129.80'),
    dunningLevel:
      'Mahnstufe 3 – letzte Mahnung vor Übergabe an das Inkassobüro, bitte keine Ratenzahlung mehr vereinbaren',
  }),
  {
    ...account('9024', 'No birth date', 'Number and address, but no `dateOfBirth`'),
    only: {
      customerNumber: '9-09024',
      firstName: 'No birth date',
      lastName: 'Demo',
      street: 'Am Bahnhof',
      houseNumber: '24',
      zipCode: '80331',
      city: 'Munich',
      country: 'DE',
    },
  },
  {
    ...account('9025', 'No customer number', 'Birth date, but no `customerNumber`'),
    only: { firstName: 'No customer number', lastName: 'Demo', dateOfBirth: '1975-01-25', city: 'Munich' },
  },
  { ...account('9026', '(only a last name)', 'No first name either'), only: { lastName: 'Demo' } },
  {
    ...account('9027', '(only an id)', 'The required fields alone: found by id, not by "demo"'),
    only: {},
  },
  account('9028', 'Due today', 'Bookings due yesterday, today, tomorrow and in one year', {}, bordersOfToday),
  account('9029', 'More digits than a double', '12345678901234567.89 and 0.1000000000000000055', {
    accountBalance: money('12345678901234567.89'),
    consumptionCredit: money('0.1000000000000000055'),
  }),
  account('9030', 'Amount with exponent', '1.5E+3, which JSON allows', { accountBalance: money('1.5E+3') }),
  {
    ...account(
      '9031',
      'Long name',
      'A name, an address, an e-mail and a dunning level that do not fit, four telephone numbers',
      {
        accountBalance: money('-129.80'),
        dunningLevel: 'Mahnstufe 3 – letzte Mahnung vor Übergabe an das Inkassobüro',
        inDebtCollection: true,
      },
    ),
    record: {
      accessRefusal: true,
      firstName: 'Long name Maximiliane Alexandra Konstantina Friederike Wilhelmina',
      secondLastName: 'von und zu Hohenlohe-Waldenburg-Schillingsfürst-Brzęczyszczykiewicz',
      street: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtenstraße',
      phonePrivate: '+49 30 23125 031',
      phonePrivateMobile: '+49 171 3920 031',
      phoneBusiness: '+49 89 5550 1031 (reception, ask for extension 12)',
      phoneBusinessMobile: '0171 / 3920 931',
      email: 'maximiliane.alexandra.konstantina.von-und-zu-hohenlohe@example-fitness-company.com',
      city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    },
  },
  {
    ...account(
      '9032',
      'Paused and restricted',
      'A pause with an end, an unlimited one, and an access restriction',
    ),
    record: (today) => ({
      phonePrivate: '+49 30 23125 032',
      idlePeriods: [
        ...(picturedPause('9032', today).idlePeriods ?? []),
        { id: 903_202, startDate: '2026-07-01', endDate: '2099-12-31', unlimited: true },
      ],
      accessRestrictions: [{ reason: 'Destroyed equipment', startDate: '2026-11-03' }],
    }),
  },
  account('9040', 'Kinds of charge', 'Transactions with `chargeType`, seven kinds of fees', {}, chargeTypes),
  account('9007199254740993', 'Large ID', 'An id above 2^53'),
];

/** An example whose account differs from the plain one in these fields. */
function account(
  id: string,
  name: string,
  shows: string,
  change: Partial<AccountBalances> = {},
  bookings: BookingPlan = plainBookings,
): Example {
  return { id, name, shows, account: { ...plainAccount, ...change }, bookings };
}

/** An example whose account has only these optional fields. */
function left(id: string, name: string, shows: string, fields: Partial<AccountBalances>): Example {
  return { id, name, shows, account: { inDebtCollection: false, ...fields }, bookings: plainBookings };
}
