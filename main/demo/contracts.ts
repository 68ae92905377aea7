import {
  type Booking,
  type ContractRecord,
  type CustomerRecord,
  type Money,
  money,
  type PriceDetails,
  type SubContractRecord,
} from './api-records';
import { addDays, addMonths, dayOfMonth } from './calendar';
import { random } from './random';

/** The contracts of a customer as of a day. */
export type ContractPlan = (today: string) => ContractRecord[];

export const contractStatuses = ['ACTIVE', 'INACTIVE'];

export interface Terms {
  id: number;
  startDate: string;
  rateName?: string;
  price?: Money;
  /** Length of the first term and of each extension. */
  months?: number;
  /** Length of the cancellation period. */
  notice?: number;
}

/** A contract that is paid monthly and extended by its term until somebody cancels it. */
export function running(today: string, terms: Terms, change: Partial<ContractRecord> = {}): ContractRecord {
  const { id, startDate, rateName = 'Premium', price = money('29.90'), months = 12, notice = 3 } = terms;
  let endDate = addDays(addMonths(startDate, months), -1);
  for (let term = 2; deadlineOf(endDate, notice) < today; term += 1)
    endDate = addDays(addMonths(startDate, term * months), -1);
  return {
    id,
    createdDate: addDays(startDate, -9),
    startDate,
    endDate,
    rateName,
    contractStatus: 'ACTIVE',
    cancelled: false,
    priceDetails: monthly(price),
    lastPossibleCancellationDate: deadlineOf(endDate, notice),
    term: monthsOf(months),
    extensionTerm: monthsOf(months),
    cancellationPeriod: monthsOf(notice),
    rateCodes: [{ name: rateName, identifier: rateName.toLowerCase().replace(/\W+/g, '-') }],
    flatFeeContracts: [],
    moduleContracts: [],
    signedDocumentUrl: `https://documents.example.invalid/${id}.pdf?expires=900`,
    thirdPartyId: `crm-contract-${id}`,
    ...change,
  };
}

/** Last day to cancel a contract, whole months before its end: 31 October for 31 January. */
export function deadlineOf(endDate: string, months: number): string {
  return addDays(addMonths(addDays(endDate, 1), -months), -1);
}

/** A contract that was cancelled in time and has ended. */
export function ended(terms: Terms, endDate: string, reason?: string): ContractRecord {
  const deadline = deadlineOf(endDate, terms.notice ?? 3);
  return running(terms.startDate, terms, {
    endDate,
    contractStatus: 'INACTIVE',
    cancelled: true,
    lastPossibleCancellationDate: deadline,
    cancellationDate: endDate,
    cancellationReceiptDate: addDays(deadline, -6),
    ...(reason !== undefined && { cancellationReason: reason }),
  });
}

/** Price of a contract that is charged every month. */
export function monthly(current: Money, base = current): PriceDetails {
  const term = { value: 1, unit: 'MONTH' };
  const paymentFrequency = { id: 1, type: 'RECURRING', term, price: current };
  return { basePrice: base, currentPrice: current, paymentFrequency };
}

/** A module or flat fee that is charged every month. */
export function subContract(
  id: number,
  rateName: string,
  startDate: string,
  amount: string,
): SubContractRecord {
  return {
    id,
    rateName,
    startDate,
    paymentFrequency: 'RECURRING',
    priceDetails: monthly(money(amount)),
    cancelled: false,
    contractStatus: 'ACTIVE',
  };
}

function monthsOf(periodValue: number) {
  return { periodValue, periodUnit: 'MONTH' };
}

/** ID of a customer's contract, by its position. */
export function contractId(customerId: string, position = 0): number {
  return Number(customerId.slice(-6)) * 100 + position;
}

const rates: Readonly<Record<string, string>> = {
  '19.90': 'Basic',
  '24.90': 'Flex 12',
  '39.50': 'Premium Plus',
};

/**
 * A contract that fits the premiums of a customer: none for a prospect, an ended one for a former member. It has the ID
 * and the rate that a pause of the customer names.
 */
export function inventContracts(
  record: CustomerRecord,
  premiums: readonly Booking[],
  today: string,
): ContractRecord[] {
  if (record.status === 'PROSPECT') return [];
  const id = record.id.text;
  const draw = random(Number(id) + 3);
  const dates = premiums
    .map(({ dueDate }) => dueDate)
    .filter((date) => date < today)
    .toSorted();
  const price = premiums.find(({ amount }) => amount)?.amount ?? money('29.90');
  const paused = record.idlePeriods?.find(({ contract }) => contract)?.contract;
  const terms: Terms = {
    id: paused?.id ?? contractId(id),
    rateName: paused?.rateName ?? rates[price.amount.text] ?? 'Premium',
    startDate: dates[0] ?? dayOfMonth(today, -2),
    price,
    months: draw() < 0.7 ? 12 : 1,
    notice: 1,
  };
  if (record.status === 'FORMER_MEMBER') {
    const last = dates.at(-1) ?? today;
    const thisMonth = dayOfMonth(today, 0);
    const end = dayOfMonth(last, 1) < thisMonth ? dayOfMonth(last, 1) : thisMonth;
    return [ended(terms, addDays(end, -1), draw() < 0.5 ? 'Moving away' : undefined)];
  }
  const sauna = [subContract(terms.id + 50, 'Sauna', terms.startDate, '5.00')];
  return [running(today, terms, draw() < 0.2 ? { moduleContracts: sauna } : {})];
}
