import type { PhoneAnswer } from './phone-index';
import type { Problem } from './problem';
import type { StudioRef } from './studio';

/**
 * Types that both sides of the border share. IDs and amounts are decimal strings, because JavaScript numbers lose
 * digits of int64 IDs above 2^53 and of decimal amounts.
 */

/** An int64 in decimal digits, without sign and leading zeros. */
export type CustomerId = string;

/** `amount` is a plain decimal ("-89.70", never an exponent) with exactly the digits that the API sent. */
export interface Money {
  amount: string;
  /** ISO 4217 code as sent; Intl may not know it. */
  currency: string;
}

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** MEMBER, PROSPECT and FORMER_MEMBER are documented; any other value is shown as sent. */
export type CustomerStatus = 'MEMBER' | 'PROSPECT' | 'FORMER_MEMBER' | (string & {});

/** The fields of a customer that an agent needs. Bank accounts, card numbers and access media never leave main. */
export interface Customer {
  id: CustomerId;
  status: CustomerStatus;
  /** True when the studio refuses the customer access. */
  accessRefused: boolean;
  number?: string;
  firstName?: string;
  secondFirstName?: string;
  lastName?: string;
  secondLastName?: string;
  dateOfBirth?: CalendarDate;
  email?: string;
  /** Telephone numbers as the studio wrote them: private before business, mobile before landline. */
  phones?: string[];
  street?: string;
  houseNumber?: string;
  zipCode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** ID of the customer's home studio, in decimal digits. */
  studioId?: string;
  /** Language of the customer, a BCP 47 tag such as `de` or `de-CH`, made of what was sent. */
  preferredLanguage?: string;
  /** `idlePeriods` of the customer, in the order of the answer. */
  pauses?: Pause[];
  /** In the order of the answer. */
  accessRestrictions?: AccessRestriction[];
}

/** A period without membership fees or visits, past, current or coming. */
export interface Pause {
  startDate: CalendarDate;
  /** Absent for a pause that the API calls unlimited. */
  endDate?: CalendarDate;
  /** Text of the studio. */
  reason?: string;
  /** ID of the contract, in decimal digits; absent where the pause names no contract. */
  contractId?: string;
  /** Name of the contract's rate; absent where the pause names no contract. */
  rateName?: string;
}

/** A restriction of access to the studio, past, current or coming. */
export interface AccessRestriction {
  /** Text of the studio. */
  reason: string;
  startDate?: CalendarDate;
  endDate?: CalendarDate;
}

/**
 * `GET /v1/customers/{customerId}/account/balances`. A field that was not sent is absent; absent does not mean zero.
 */
export interface Account {
  balance?: Money;
  consumptionCredit?: Money;
  /** Free text of the studio, without a defined severity. */
  dunningLevel?: string;
  inDebtCollection: boolean;
}

/** One row of `…/account/transactions` or `…/account/transactions/upcoming`. */
export interface Booking {
  id: string;
  dueDate: CalendarDate;
  description?: string;
  amount?: Money;
  openAmount?: Money;
  installmentPlan: boolean;
  /** What the charge is for, such as DUNNING_FEE, as sent. The API sends it from version 1.13 on. */
  chargeType?: string;
  /** The period that the charge is for; sent from version 1.13 on. */
  paidPeriodFrom?: CalendarDate;
  paidPeriodTo?: CalendarDate;
}

export type BookingPeriod = 'past' | 'upcoming';

export interface BookingSlice {
  /** JSON of `Booking[]`: contextBridge copies one string much faster than many objects. */
  bookings: string;
  /** Offset of the next slice or of the rest of this one, passed back unchanged; absent in the last slice. */
  nextOffset?: string;
}

/** A number of units, such as 3 MONTH. DAY, WEEK, MONTH and YEAR are documented; any other unit is shown as sent. */
export interface TimeSpan {
  /** Digits of an integer. */
  value: string;
  unit: string;
}

/** What a contract costs and when. A field that was not sent is absent. */
export interface ContractPrice {
  /** The price now, "with all adjustments". */
  current?: Money;
  base?: Money;
  /** FREE, NON_RECURRING, RECURRING, MONTH_DAY and TERM_BASED are documented; any other value is shown as sent. */
  frequency?: string;
  /** The span between two payments. */
  every?: TimeSpan;
  /** The price of each payment of a RECURRING contract. */
  each?: Money;
  /** Days of the year on which a MONTH_DAY contract is charged. */
  onDays?: { month: number; day: number; price: Money }[];
  /** Prices of a TERM_BASED contract. A price becomes active after its span has passed. */
  steps?: { after: TimeSpan; price: Money }[];
}

/** A module or a flat fee of a contract. No field is certain. */
export interface SubContract {
  rateName?: string;
  startDate?: CalendarDate;
  endDate?: CalendarDate;
  /** ACTIVE or INACTIVE, or another value as sent. */
  status?: string;
  cancelled?: boolean;
  price?: ContractPrice;
}

/** One entry of `GET /v1/customers/{customerId}/contracts`. */
export interface Contract {
  /** In decimal digits. */
  id: string;
  rateName?: string;
  /** ACTIVE and INACTIVE are documented; any other value is shown as sent. */
  status: string;
  cancelled: boolean;
  startDate?: CalendarDate;
  endDate?: CalendarDate;
  /** How long the contract runs on after `endDate`, each time. */
  extension?: TimeSpan;
  /** "Latest date when the contract can be cancelled". */
  cancelBy?: CalendarDate;
  cancellationPeriod?: TimeSpan;
  /** "Contract cancellation date" and "contract cancellation receipt date"; the API says no more about them. */
  cancellationDate?: CalendarDate;
  cancellationReceiptDate?: CalendarDate;
  /** Text of the studio. */
  cancellationReason?: string;
  price?: ContractPrice;
  modules: SubContract[];
  flatFees: SubContract[];
}

/** One entry of `GET /v1/customers/{customerId}/activities/checkins`. */
export interface CheckIn {
  /** In decimal digits. */
  id: string;
  /**
   * As sent, without the name of a time zone in brackets: `2026-11-24T18:30:00.000+01:00`, `…Z`, or a local time without a
   * zone.
   */
  dateTime?: string;
  studioName?: string;
}

/** A part of the check-ins, in the API's order. */
export interface CheckInSlice {
  checkIns: CheckIn[];
  /** Offset of the next slice or of the rest of this one; absent in the last one. */
  nextOffset?: string;
}

export const cardNumberFormats = ['DECIMAL', 'HEX_MSB', 'HEX_LSB'] as const;
export type CardNumberFormat = (typeof cardNumberFormats)[number];

/** Query parameters of `GET /v1/customers/by`; a request has exactly one. */
export const lookupFields = [
  'customerNumber',
  'cardNumber',
  'barcode',
  'pin',
  'qrCodeUuid',
  'debtorId',
] as const;
export type LookupField = (typeof lookupFields)[number];

/** How the text of the search box is interpreted. The renderer decides it, and main sends the requests. */
export type Reading =
  | { kind: 'id'; id: CustomerId }
  /** `otherwise`: another form of the value, asked when nobody has `value`. */
  | { kind: 'by'; field: LookupField; value: string; otherwise?: string; cardNumberFormat?: CardNumberFormat }
  /**
   * `date`: the date of birth that the digits can mean, asked when they are no number of a customer. `spellings`: customer
   * numbers that they can mean, such as 1-12345; main adds them. `mayBePhone`: main checks first whether they are a telephone
   * number.
   */
  | {
      kind: 'digits';
      digits: string;
      cardNumberFormat?: CardNumberFormat;
      date?: string;
      spellings?: string[];
      mayBePhone?: true;
    }
  | { kind: 'email'; email: string }
  /** A telephone number as typed. The API cannot search by it; main compares it with the customers of this session. */
  | { kind: 'phone'; number: string }
  | { kind: 'dateOfBirth'; date: CalendarDate }
  /** `similar`: names that are similar are searched too, although somebody has this name. */
  | { kind: 'name'; words: string[]; date?: CalendarDate; similar?: true }
  | { kind: 'lastFirst'; lastName: string; firstName: string; date?: CalendarDate; similar?: true };

/** Scope of a search with one key: the studio of the key, or all studios of its chain that take part. */
export const searchScopes = ['studio', 'chain'] as const;
export type SearchScope = (typeof searchScopes)[number];

/** What found a customer. `phoneEnding`: only the last digits of a telephone number, so it may be another person's. */
export type MatchedBy = 'id' | LookupField | 'email' | 'dateOfBirth' | 'name' | 'phone' | 'phoneEnding';

/** A customer, and the studios whose keys read the account and the record; see `CustomerRef`. */
export interface FoundCustomer {
  customer: Customer;
  studio: StudioRef;
  via?: StudioRef;
}

export interface SearchHit extends FoundCustomer {
  matchedBy: MatchedBy;
  /** How much a similar name or address differs from what was typed; absent where it does not. */
  distance?: number;
  /** What was typed, where the customer was found by another spelling of it. */
  typed?: string;
}

/** Where to search: in one studio or its chain, in several studios, or in all. */
export type Where = { studio: StudioRef; scope: SearchScope } | { studios: StudioRef[] | 'all' };

export interface SearchInput {
  reading: Reading;
  where: Where;
  /** Number of the search; `search:progress` repeats it. */
  search: number;
}

/** Which of several studios have answered a search. */
export interface Coverage {
  /** Number of studios that were asked. */
  asked: number;
  /** Number of those that have answered. */
  answered: number;
  /** Studios whose answer failed. */
  missing: { studio: StudioRef; problem: Problem }[];
}

/** The state of a running search of several studios. */
export interface SearchProgress {
  search: number;
  /** JSON of `SearchHit[]`: the first hits so far, in display order. */
  hits: string;
  total: number;
  coverage: Coverage;
}

/** Hits that follow those of a long answer. */
export interface RestOfHits {
  /** JSON of `SearchHit[]`: as many as main can write without blocking other events. */
  hits: string;
  /** Whether further ones follow. */
  isCut: boolean;
}

export interface SearchAnswer {
  /**
   * JSON of `SearchHit[]`, in display order: contextBridge copies one string much faster than thousands of objects.
   * Long answers contain only the first hits; `search:rest` returns the others.
   */
  hits: string;
  /** Number of customers that were found. */
  total: number;
  /** Argument for `search:rest`, which returns the hits that are missing here; absent when none are. */
  rest?: number;
  /** The requests that were sent, in order, so that "nothing found" can list them. */
  tried: MatchedBy[];
  /** Present after a search of several studios. */
  coverage?: Coverage;
  /** Present after a search by telephone number, unless the telephone index is off. */
  phone?: PhoneAnswer;
}

/** Meaning of the balance's sign. The API does not document it, so `asSent` claims none. */
export const balanceSigns = ['asSent', 'negativeOwes', 'positiveOwes'] as const;
export type BalanceSign = (typeof balanceSigns)[number];
