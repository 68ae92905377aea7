import { z } from 'zod';
import type { Contract, ContractPrice, SubContract, TimeSpan } from '../../preload/contract/domain';
import { isRecord } from '../is-record';
import { integerOf, maxWordLength } from './exact-json';
import { textOf } from './pauses-and-restrictions';
import { id, money, supplied, unread, word } from './schemas';

/** Reads both shapes of a time span: `{ periodValue, periodUnit }` and `{ value, unit }`. */
function spanOf(sent: unknown): TimeSpan | undefined {
  if (!isRecord(sent)) return undefined;
  const value = integerOf(sent.periodValue ?? sent.value);
  const unit = textOf(sent.periodUnit ?? sent.unit);
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

const span = unread.transform(spanOf);

const months = 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(
  ' ',
);

/** Reads a `monthDay`; undefined where the month or the day cannot be read. */
function monthDayOf(sent: unknown): { month: number; day: number } | undefined {
  if (!isRecord(sent)) return undefined;
  const named = typeof sent.month === 'string' ? months.indexOf(sent.month) + 1 : 0;
  const month = named || Number(integerOf(sent.monthValue));
  const day = Number(integerOf(sent.dayOfMonth));
  // A day that the month never has; 2000 is a leap year.
  const isDay = month >= 1 && month <= 12 && new Date(Date.UTC(2000, month - 1, day)).getUTCDate() === day;
  return isDay ? { month, day } : undefined;
}

/** Reads a value of the right kind; any other counts as not supplied. Its content can still refuse the answer. */
function dropUnless<T extends z.ZodType>(isRight: (sent: unknown) => boolean, schema: T) {
  return z.preprocess((sent) => (isRight(sent) ? sent : undefined), schema.optional());
}

/** Refuses a list with more than `max` entries: reading it would block main, and drawing it would block the page. */
function noLongerThan(max: number) {
  return z.unknown().transform((sent, context) => {
    if (!Array.isArray(sent) || sent.length <= max) return sent;
    context.addIssue({ code: 'custom', message: `more than ${max} entries` });
    return z.NEVER;
  });
}

const maxContracts = 200;
/** Modules, flat fees and steps of a price. */
const maxEntries = 50;
/** Days of a year on which a price is charged. */
const maxDays = 366;

const listOf = <T extends z.ZodType>(max: number, entry: T) =>
  noLongerThan(max)
    .optional()
    .pipe(dropUnless(Array.isArray, z.array(dropUnless(isRecord, entry))));

const frequency = z.object({
  type: word,
  term: span,
  price: money.nullish(),
  monthDaysToPrices: listOf(maxDays, z.object({ monthDay: unread.transform(monthDayOf), price: money })),
  termsToPrices: listOf(maxEntries, z.object({ term: span, price: money })),
});

const priceDetails = z.object({
  currentPrice: money.nullish(),
  basePrice: money.nullish(),
  /** An object, or the name of its type. */
  paymentFrequency: dropUnless(
    (sent) => isRecord(sent) || typeof sent === 'string',
    z.union([z.string().transform((type) => ({ type })), frequency]),
  ),
});

/** Entries of which each has a value; undefined when one has none, because a list with a gap would be wrong. */
function complete<T, V>(all: readonly (T | undefined)[] = [], read: (entry: T) => V | undefined) {
  const values = all.map((entry) => entry && read(entry));
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 && known.length === values.length ? known : undefined;
}

function priceOf(sent: z.infer<typeof priceDetails> | undefined, type?: string): ContractPrice | undefined {
  if (!sent && type === undefined) return undefined;
  const payment: Partial<z.infer<typeof frequency>> = sent?.paymentFrequency ?? {};
  return supplied<ContractPrice>({
    current: sent?.currentPrice ?? undefined,
    base: sent?.basePrice ?? undefined,
    frequency: payment.type ?? type,
    every: payment.term,
    each: payment.price ?? undefined,
    onDays: complete(payment.monthDaysToPrices, ({ monthDay, price }) => monthDay && { ...monthDay, price }),
    steps: complete(payment.termsToPrices, ({ term, price }) => term && { after: term, price }),
  });
}

const subContracts = listOf(
  maxEntries,
  z
    .object({
      rateName: word,
      startDate: word,
      endDate: word,
      contractStatus: word,
      cancelled: unread,
      priceDetails: dropUnless(isRecord, priceDetails),
      paymentFrequency: word,
    })
    .transform((sent) =>
      supplied<SubContract>({
        rateName: sent.rateName,
        startDate: sent.startDate,
        endDate: sent.endDate,
        status: sent.contractStatus,
        cancelled: typeof sent.cancelled === 'boolean' ? sent.cancelled : undefined,
        price: priceOf(sent.priceDetails, sent.paymentFrequency),
      }),
    ),
).transform((all = []) => all.filter((each) => each !== undefined));

/**
 * Schema of `GET /v1/customers/{customerId}/contracts`. The rules of `schemas.ts` apply.
 *
 * SECURITY: fields are named one by one, so that links to signed documents and data of other systems cannot cross the
 * border.
 */
export const contracts = noLongerThan(maxContracts).pipe(
  z.array(
    z
      .object({
        id,
        rateName: word,
        contractStatus: z.string().transform((status) => status.slice(0, maxWordLength)),
        cancelled: z.boolean(),
        startDate: word,
        endDate: word,
        extensionTerm: span,
        lastPossibleCancellationDate: word,
        cancellationPeriod: span,
        cancellationDate: word,
        cancellationReceiptDate: word,
        cancellationReason: word,
        priceDetails: dropUnless(isRecord, priceDetails),
        moduleContracts: subContracts,
        flatFeeContracts: subContracts,
      })
      .transform((sent) =>
        supplied<Contract>({
          id: sent.id,
          rateName: sent.rateName,
          status: sent.contractStatus,
          cancelled: sent.cancelled,
          startDate: sent.startDate,
          endDate: sent.endDate,
          extension: sent.extensionTerm,
          cancelBy: sent.lastPossibleCancellationDate,
          cancellationPeriod: sent.cancellationPeriod,
          cancellationDate: sent.cancellationDate,
          cancellationReceiptDate: sent.cancellationReceiptDate,
          cancellationReason: sent.cancellationReason,
          price: priceOf(sent.priceDetails),
          modules: sent.moduleContracts,
          flatFees: sent.flatFeeContracts,
        }),
      ),
  ),
);
