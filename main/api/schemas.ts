import { z } from 'zod';
import type { Account, Booking, Customer, Money } from '../../preload/contract/domain';
import type { ExactJson, ResponseFacts, TypedArg } from '../../preload/contract/problem';
import { isRecord } from '../is-record';
import { decimal, exact, integerOf, maxTextLength } from './exact-json';
import { accessRestrictionsOf, pausesOf, textOf } from './pauses-and-restrictions';

/**
 * Schemas of the API's answers (version 1.11.0). Unknown fields are dropped and unknown enum values pass. An optional
 * field of the wrong type counts as not supplied. An answer is refused only when a required field is missing.
 */

/** Removes keys without a value: optional fields of the contract are absent, never `undefined`. */
type Supplied<T> = { [K in keyof T]-?: Exclude<T[K], undefined> };
export function supplied<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  // A copy takes several times as long as reading a record.
  if (isComplete(value)) return value as Supplied<T>;
  const there: Partial<T> = {};
  for (const name in value) if (value[name] !== undefined) there[name] = value[name];
  return there as Supplied<T>;
}

function isComplete(value: object): boolean {
  for (const name in value) if (value[name as keyof typeof value] === undefined) return false;
  return true;
}

const digits = z.unknown().transform((value, context) => {
  const text = decimal(value);
  if (text !== undefined) return text;
  context.addIssue({ code: 'custom', message: 'not a number' });
  return z.NEVER;
});

/** An integer as its decimal digits. */
export const id = z.unknown().transform((value, context) => {
  const text = integerOf(value);
  if (text !== undefined) return text;
  context.addIssue({ code: 'custom', message: 'not an integer' });
  return z.NEVER;
});

function optional<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

export const unread = z.unknown().optional();
/** A text of the API, cut to its limit; undefined for an empty text and for anything else. */
export const word = unread.transform(textOf);

export const money: z.ZodType<Money> = z.object({ amount: digits, currency: z.string() });

/** Names of the fields that are read of a customer; the rest can be removed before parsing. */
export const customerFields = [
  'id',
  'status',
  'accessRefusal',
  'customerNumber',
  'firstName',
  'secondFirstName',
  'lastName',
  'secondLastName',
  'dateOfBirth',
  'email',
  'phonePrivateMobile',
  'phonePrivate',
  'phoneBusinessMobile',
  'phoneBusiness',
  'street',
  'houseNumber',
  'zipCode',
  'city',
  'country',
  'studioId',
  'preferredLanguage',
  'idlePeriods',
  'accessRestrictions',
] as const;

type SentCustomer = Partial<Record<(typeof customerFields)[number], unknown>>;

/** A language tag (BCP 47) of `{ languageCode, countryCode? }`; undefined for anything that is none. */
function languageOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const { languageCode, countryCode } = value;
  const isCode = (code: unknown) => typeof code === 'string' && /^[A-Za-z]{2,3}$/.test(code);
  if (!isCode(languageCode)) return undefined;
  return isCode(countryCode) ? `${languageCode}-${countryCode}` : `${languageCode}`;
}

/** The telephone numbers of a customer, each once; undefined without any. */
function phonesOf(sent: SentCustomer): string[] | undefined {
  const { phonePrivateMobile, phonePrivate, phoneBusinessMobile, phoneBusiness } = sent;
  const phones: string[] = [];
  for (const value of [phonePrivateMobile, phonePrivate, phoneBusinessMobile, phoneBusiness]) {
    const phone = textOf(value);
    if (phone !== undefined && !phones.includes(phone)) phones.push(phone);
  }
  return phones.length > 0 ? phones : undefined;
}

/** Reads a customer. One function, because there may be thousands, and a schema of each field takes several times as long. */
export const customer = z.unknown().transform((value, context): Customer => {
  const refuse = (...path: (keyof SentCustomer)[]) => {
    context.addIssue({ code: 'custom', path, message: 'not as documented' });
    return z.NEVER;
  };
  if (!isRecord(value)) return refuse();
  const sent: SentCustomer = value;
  const id = integerOf(sent.id);
  const { status, accessRefusal } = sent;
  if (id === undefined) return refuse('id');
  if (typeof status !== 'string') return refuse('status');
  if (typeof accessRefusal !== 'boolean') return refuse('accessRefusal');
  // SECURITY: fields are named one by one, so that IBANs, card numbers and access media cannot cross the border.
  return supplied<Customer>({
    id,
    status,
    accessRefused: accessRefusal,
    number: textOf(sent.customerNumber),
    firstName: textOf(sent.firstName),
    secondFirstName: textOf(sent.secondFirstName),
    lastName: textOf(sent.lastName),
    secondLastName: textOf(sent.secondLastName),
    dateOfBirth: textOf(sent.dateOfBirth),
    email: textOf(sent.email),
    phones: phonesOf(sent),
    street: textOf(sent.street),
    houseNumber: textOf(sent.houseNumber),
    zipCode: textOf(sent.zipCode),
    city: textOf(sent.city),
    country: textOf(sent.country),
    studioId: integerOf(sent.studioId),
    preferredLanguage: languageOf(sent.preferredLanguage),
    pauses: pausesOf(sent.idlePeriods),
    accessRestrictions: accessRestrictionsOf(sent.accessRestrictions),
  });
});

/** A text as it was sent; a number as its digits, and anything else as JSON. Undefined for null and an empty text. */
function asSent(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'string' ? value : (decimal(value) ?? JSON.stringify(exact(value)));
  return textOf(text);
}

/**
 * Reads balances. Unlike other optional fields, an `accountBalance` or `consumptionCredit` of the wrong shape refuses
 * the answer: an amount that was sent but not understood must not be shown as "Not supplied".
 */
export const account = z
  .object({
    accountBalance: money.nullish(),
    consumptionCredit: money.nullish(),
    dunningLevel: z.unknown().optional().transform(asSent),
    inDebtCollection: z.boolean(),
  })
  .transform((sent) =>
    supplied<Account>({
      balance: sent.accountBalance ?? undefined,
      consumptionCredit: sent.consumptionCredit ?? undefined,
      dunningLevel: sent.dunningLevel,
      inDebtCollection: sent.inDebtCollection,
    }),
  );

const sentBooking = z.object({
  id,
  dueDate: z.string(),
  description: word,
  amount: money.nullish(),
  openAmount: money.nullish(),
  installmentPlan: z.boolean(),
  chargeType: word,
  paidPeriodFrom: word,
  paidPeriodTo: word,
});

/** Names of the fields that are read of a booking. */
export const bookingFields = Object.keys(sentBooking.shape);

export const booking = sentBooking.transform((sent) =>
  supplied<Booking>({
    id: sent.id,
    dueDate: sent.dueDate,
    description: sent.description,
    amount: sent.amount ?? undefined,
    openAmount: sent.openAmount ?? undefined,
    installmentPlan: sent.installmentPlan,
    chargeType: sent.chargeType,
    paidPeriodFrom: sent.paidPeriodFrom,
    paidPeriodTo: sent.paidPeriodTo,
  }),
);

/**
 * Offset of the next slice. It is documented as a string that may be an ID or a running count, so a number is
 * accepted as its digits.
 */
const offset = z
  .unknown()
  // The last slice has no offset; without `optional` it would be refused.
  .optional()
  .transform((value) => (typeof value === 'string' ? value : decimal(value)));

/** A part of a list, and the offset of the next part if there is one. */
export interface Slice<T> {
  rows: T[];
  nextOffset?: string;
}

/** Reads a slice of rows. */
export function sliceOf<T>(row: z.ZodType<T>) {
  return (
    z
      .object({ result: z.array(row), hasNext: z.boolean(), offset })
      // Without an offset the rest cannot be loaded, and sums and counts would claim to be complete.
      .refine((sent) => !sent.hasNext || sent.offset !== undefined, { path: ['offset'] })
      .transform((sent) =>
        supplied<Slice<T>>({
          rows: sent.result,
          nextOffset: sent.hasNext ? sent.offset : undefined,
        }),
      )
  );
}

const typedArg = z
  .object({ value: z.unknown().optional(), type: word })
  .transform((sent) =>
    supplied<TypedArg>({ type: sent.type, value: sent.value === undefined ? undefined : exact(sent.value) }),
  );

const maxArgs = 100;
const args = z.array(z.unknown()).transform((all): unknown => exact(all.slice(0, maxArgs)));
const text = optional(
  z
    .string()
    .min(1)
    .transform((whole) => whole.slice(0, maxTextLength)),
);

/** Error body of the API page. Its required field is optional here, because gateways answer in place of the API. */
export const errorBody = z
  .object({
    errorMessage: text,
    errorCode: text,
    traceId: text,
    reference: text,
    args: optional(args.pipe(z.array(z.custom<ExactJson>()))),
    typedArgs: optional(args.pipe(z.array(typedArg))),
  })
  .transform((sent) => supplied<Partial<ResponseFacts>>(sent));
