import { type ContractRecord, money, type PaymentFrequency, type PriceDetails } from './api-records';
import { regular } from './bookings';
import { addDays, addMonths, dayOfMonth } from './calendar';
import { contractId, deadlineOf, ended, monthly, running, subContract, type Terms } from './contracts';
import { type Example, plainExample } from './example';
import { halfYearly } from './example-bookings';

/** Texts that a contract must not carry across the border: an IBAN, a card number, the host of a link. */
export const contractCanaries = [
  'DE00111122223333444455',
  '7799887766554433',
  'documents.example.invalid',
] as const;

const [iban, cardNumber, host] = contractCanaries;

/** Fields that no version of the API documents. */
const undocumented = {
  bankAccount: { iban },
  paymentCard: { cardNumber },
  documents: [{ url: `https://${host}/mandate.pdf` }],
} as Partial<ContractRecord>;

/** Examples of contracts. */
export const contractExamples: Example[] = [
  plainExample('9107', 'Two contracts', 'Two active ones, after an ended one in the answer', {
    contracts: (today) => [
      ended({ ...since(today, 50, '9107', 2), rateName: 'Basic' }, addDays(dayOfMonth(today, -14), -1)),
      running(today, since(today, 14, '9107')),
      running(today, {
        ...since(today, 3, '9107', 1),
        rateName: 'Aqua course',
        price: money('12.00'),
        months: 6,
        notice: 1,
      }),
    ],
  }),
  plainExample('9108', 'Cancelled', 'Cancelled in time, with receipt, date and reason', {
    contracts: (today) => [cancelled(today, '9108', 12, -20)],
  }),
  plainExample('9109', 'Cancelled too late', 'Cancelled after the deadline, so it runs for another term', {
    contracts: (today) => [cancelled(today, '9109', 24, 5)],
  }),
  plainExample(
    '9110',
    'Price steps up',
    'TERM_BASED: €19.90, after three months €24.90, after a year €29.90',
    {
      bookings: regular({ past: 2, upcoming: 3, amount: '19.90' }),
      contracts: (today) => [
        running(today, since(today, 2, '9110'), {
          priceDetails: price('19.90', {
            type: 'TERM_BASED',
            term: { value: 1, unit: 'MONTH' },
            termsToPrices: [
              { term: { value: 3, unit: 'MONTH' }, price: money('24.90') },
              { term: { value: 1, unit: 'YEAR' }, price: money('29.90') },
            ],
          }),
        }),
      ],
    },
  ),
  plainExample('9111', 'Prices on days', 'MONTH_DAY: charged on 1 January and on 1 July', {
    bookings: halfYearly,
    contracts: (today) => [
      running(today, since(today, 20, '9111'), {
        priceDetails: price('179.40', {
          type: 'MONTH_DAY',
          monthDaysToPrices: [
            { monthDay: { month: 'JANUARY', monthValue: 1, dayOfMonth: 1 }, price: money('179.40') },
            { monthDay: { month: 'JULY', monthValue: 7, dayOfMonth: 1 }, price: money('149.50') },
          ],
        }),
      }),
    ],
  }),
  plainExample('9112', 'Modules and flat fees', 'Two modules, one of them cancelled, and two flat fees', {
    contracts: (today) => {
      const start = dayOfMonth(today, -8);
      const drinksEnd = addDays(dayOfMonth(today, 2), -1);
      return [
        running(today, since(today, 8, '9112'), {
          moduleContracts: [
            subContract(911_250, 'Sauna', start, '5.00'),
            {
              ...subContract(911_251, 'Drinks', start, '6.00'),
              cancelled: true,
              cancellationDate: drinksEnd,
              endDate: drinksEnd,
            },
          ],
          flatFeeContracts: [
            { ...subContract(911_252, 'Towels', start, '3.50'), endDate: addDays(addMonths(start, 24), -1) },
            {
              ...subContract(911_253, 'Training plan', start, '19.00'),
              paymentFrequency: 'NON_RECURRING',
              priceDetails: price('19.00', { type: 'NON_RECURRING' }),
            },
          ],
        }),
      ];
    },
  }),
  plainExample('9113', 'Unknown frequency', 'A frequency and units that nobody documented', {
    contracts: (today) => [
      running(today, since(today, 8, '9113'), {
        priceDetails: price('14.90', { type: 'EVERY_FULL_MOON', term: { value: 2, unit: 'FORTNIGHT' } }),
        term: { periodValue: 26, periodUnit: 'FORTNIGHT' },
        extensionTerm: { periodValue: 1, periodUnit: 'QUARTER' },
        cancellationPeriod: { periodValue: 14, periodUnit: 'DAY' },
      }),
    ],
  }),
  plainExample('9114', 'Free contract', 'FREE: a contract that costs nothing', {
    bookings: regular({ past: 0, upcoming: 0 }),
    contracts: (today) => [
      running(today, since(today, 8, '9114'), { priceDetails: price('0.00', { type: 'FREE' }) }),
    ],
  }),
  plainExample('9115', 'Base price differs', 'The price now is €24.90, the base price €34.90', {
    bookings: regular({ past: 8, upcoming: 3, amount: '24.90' }),
    contracts: (today) => [
      running(today, since(today, 8, '9115'), { priceDetails: monthly(money('24.90'), money('34.90')) }),
    ],
  }),
  plainExample('9116', 'No right to contracts', 'City Gym: its key may not read contracts (403)', {
    studio: 6,
  }),
  plainExample('9117', 'Contracts fail', 'Contracts alone answer 500', {
    fault: { on: 'contracts', how: 'internal' },
  }),
  plainExample('9119', 'Older API', 'Modules and flat fees without prices, statuses and dates', {
    contracts: (today) => [
      running(today, since(today, 8, '9119'), {
        moduleContracts: [{ rateName: 'Sauna', paymentFrequency: 'RECURRING' }, { id: 911_951 }],
        flatFeeContracts: [{ rateName: 'Towels', startDate: dayOfMonth(today, -8) }],
      }),
    ],
  }),
  plainExample(
    '9128',
    'More than documented',
    'A contract with an IBAN, a card number and links; none is shown',
    {
      contracts: (today) => [running(today, since(today, 8, '9128'), undocumented)],
    },
  ),
];

/** Terms of an example's contract that began on the first day of a month, a number of months ago. */
function since(today: string, monthsAgo: number, id: string, position = 0): Terms {
  return { id: contractId(id, position), startDate: dayOfMonth(today, -monthsAgo) };
}

function price(amount: string, paymentFrequency: PaymentFrequency): PriceDetails {
  return { basePrice: money(amount), currentPrice: money(amount), paymentFrequency };
}

/**
 * A contract that began ten months ago and was cancelled.
 *
 * @param months how long it runs in all
 * @param received days between the deadline of the first term and the receipt
 */
function cancelled(today: string, id: string, months: number, received: number): ContractRecord {
  const terms = since(today, 10, id);
  const endDate = addDays(addMonths(terms.startDate, months), -1);
  const firstDeadline = deadlineOf(addDays(addMonths(terms.startDate, 12), -1), 3);
  return running(today, terms, {
    endDate,
    cancelled: true,
    lastPossibleCancellationDate: deadlineOf(endDate, 3),
    cancellationDate: endDate,
    cancellationReceiptDate: addDays(firstDeadline, received),
    cancellationReason: 'Moving away',
  });
}
