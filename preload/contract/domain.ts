/**
 * The words both sides of the border share. Ids and amounts are decimal strings: the API's int64 ids pass 2^53 and
 * its money is decimal, and a JavaScript number keeps neither exactly.
 */

/** An int64 in decimal digits, no sign, no leading zeros. */
export type CustomerId = string;

/** `amount` is a plain decimal ("-89.70", never an exponent), digit for digit as the API sent it. */
export interface Money {
  amount: string;
  /** ISO 4217 as sent; may be a code that Intl does not know. */
  currency: string;
}

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** MEMBER, PROSPECT and FORMER_MEMBER are documented; another word is shown as it came. */
export type CustomerStatus = 'MEMBER' | 'PROSPECT' | 'FORMER_MEMBER' | (string & {});

/** What an agent needs of a customer. Bank accounts, card numbers and access media never leave main. */
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
  phone?: string;
  street?: string;
  houseNumber?: string;
  zipCode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** The studio the customer belongs to, in decimal digits. */
  studioId?: string;
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

/** `GET /v1/customers/{customerId}/account/balances`. A field the API left out stays out: absent is not zero. */
export interface Account {
  balance?: Money;
  consumptionCredit?: Money;
  /** Free text set by the studio; carries no severity. */
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
}

export type BookingPeriod = 'past' | 'upcoming';

export interface BookingSlice {
  bookings: Booking[];
  /** Pass back as it came to get the next slice; absent when this was the last. */
  nextOffset?: string;
}

export const cardNumberFormats = ['DECIMAL', 'HEX_MSB', 'HEX_LSB'] as const;
export type CardNumberFormat = (typeof cardNumberFormats)[number];

/** The query parameters of `GET /v1/customers/by`, one at a time. */
export const lookupFields = [
  'customerNumber',
  'cardNumber',
  'barcode',
  'pin',
  'qrCodeUuid',
  'debtorId',
] as const;
export type LookupField = (typeof lookupFields)[number];

/** What the one search box took the text for. The renderer recognises, main asks the API. */
export type Reading =
  | { kind: 'id'; id: CustomerId }
  | { kind: 'by'; field: LookupField; value: string; cardNumberFormat?: CardNumberFormat }
  | { kind: 'digits'; digits: string; cardNumberFormat?: CardNumberFormat }
  | { kind: 'email'; email: string }
  | { kind: 'dateOfBirth'; date: CalendarDate }
  | { kind: 'name'; words: string[]; date?: CalendarDate }
  | { kind: 'lastFirst'; lastName: string; firstName: string; date?: CalendarDate };

/** Where is searched: the studio of the key, or every studio of its chain that takes part. */
export const searchScopes = ['studio', 'chain'] as const;
export type SearchScope = (typeof searchScopes)[number];

/** What a customer was found by: one question put to the API. */
export type MatchedBy = 'id' | LookupField | 'email' | 'dateOfBirth' | 'name';

export interface SearchHit {
  customer: Customer;
  matchedBy: MatchedBy;
}

export interface SearchAnswer {
  /**
   * JSON of `SearchHit[]`, in the order to show them: contextBridge hands a text over at once, and thousands of objects one by
   * one. Of many the first alone; `search:rest` has the others.
   */
  hits: string;
  /** How many were found. */
  total: number;
  /** With this `search:rest` hands over those that are missing here; absent when none are. */
  rest?: number;
  /** The questions that were put, in order, so that "nothing found" can say what was tried. */
  tried: MatchedBy[];
}

/** How the sign of the balance is to be read; the API does not document it, so `asSent` claims nothing. */
export const balanceSigns = ['asSent', 'negativeOwes', 'positiveOwes'] as const;
export type BalanceSign = (typeof balanceSigns)[number];
