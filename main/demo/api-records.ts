import { Digits } from './json';

/** Customer of the API (API reference 1.11.0) with the fields that the demo fills; names and types are the API's. */
export type CustomerRecord = {
  id: Digits;
  status: string;
  accessRefusal: boolean;
  customerNumber?: string;
  firstName?: string;
  secondFirstName?: string;
  lastName?: string;
  secondLastName?: string;
  dateOfBirth?: string;
  email?: string;
  gender?: 'MALE' | 'FEMALE' | 'UNISEX';
  street?: string;
  houseNumber?: string;
  zipCode?: string;
  city?: string;
  country?: string;
  secondStreet?: string;
  cityPart?: string;
  district?: string;
  streetType?: string;
  streetBlock?: string;
  portal?: string;
  stairway?: string;
  door?: string;
  province?: string;
  additionalAddressInformation?: string;
  floor?: string;
  buildingName?: string;
  imageUrl?: string;
  phonePrivate?: string;
  phonePrivateMobile?: string;
  phoneBusiness?: string;
  phoneBusinessMobile?: string;
  idlePeriods?: {
    id: number;
    startDate: string;
    endDate: string;
    reason?: string;
    contract?: { id: number; rateName: string };
    unlimited: boolean;
  }[];
  bankAccount?: { accountHolder?: string; bankName?: string; bic?: string; iban?: string };
  accessRestrictions?: { reason: string; startDate?: string; endDate?: string }[];
  uuid?: string;
  referralCode?: string;
  studioId?: number;
  preferredLanguage?: { languageCode: string; countryCode?: string };
  additionalInformationFieldAssignments?: { additionalInformationFieldId: number; value: string }[];
  thirdPartyId?: string;
  createdDateTime?: string;
  accessMediums?: {
    id?: number;
    type?: 'CARD_NUMBER' | 'PIN' | 'BARCODE' | 'WALLET_PASS';
    value?: string;
  }[];
  /** Decimal; answers write it in the requested format. */
  cardNumbers?: string[];
};

export interface DemoCustomer {
  record: CustomerRecord;
  /** Found by `GET /v1/customers/by`, but part of no answer. */
  debtorId?: string;
}

export type Money = { amount: Digits; currency: string };

/** Answer of `GET /v1/customers/{customerId}/account/balances`. */
export type AccountBalances = {
  accountBalance?: Money;
  consumptionCredit?: Money;
  dunningLevel?: string;
  inDebtCollection: boolean;
};

/** A row of `…/account/transactions`. */
export type Booking = {
  id: number;
  dueDate: string;
  description?: string;
  amount?: Money;
  openAmount?: Money;
  installmentPlan: boolean;
  /** From version 1.13 of the API on. */
  chargeType?: string;
  paidPeriodFrom?: string;
  paidPeriodTo?: string;
};

/** Period of a contract's term; the API writes that of a payment as {@link Term}. */
export type TimePeriod = { periodValue: number; periodUnit: string };

export type Term = { value: number; unit: string };

export type PaymentFrequency = {
  id?: number;
  type: string;
  term?: Term;
  price?: Money;
  monthDaysToPrices?: {
    monthDay: { month: string; monthValue: number; dayOfMonth: number };
    price: Money;
  }[];
  termsToPrices?: { term: Term; price: Money }[];
};

export type PriceDetails = { basePrice: Money; currentPrice: Money; paymentFrequency: PaymentFrequency };

/** A module or a flat fee of a contract. Older versions of the API lack some of the fields. */
export type SubContractRecord = {
  id?: number;
  rateName?: string;
  startDate?: string;
  endDate?: string;
  /** Name of the type alone, unlike in `priceDetails`. */
  paymentFrequency?: string;
  priceDetails?: PriceDetails;
  cancelled?: boolean;
  contractStatus?: string;
  cancellationDate?: string;
};

/** An entry of `GET /v1/customers/{customerId}/contracts`. */
export type ContractRecord = {
  id: number;
  createdDate: string;
  startDate: string;
  endDate: string;
  rateName: string;
  contractStatus: string;
  cancelled: boolean;
  priceDetails: PriceDetails;
  lastPossibleCancellationDate: string;
  term: TimePeriod;
  extensionTerm: TimePeriod;
  cancellationPeriod?: TimePeriod;
  cancellationDate?: string;
  cancellationReceiptDate?: string;
  cancellationReason?: string;
  rateCodes?: { name: string; identifier: string }[];
  flatFeeContracts?: SubContractRecord[];
  moduleContracts?: SubContractRecord[];
  signedDocumentUrl?: string;
  thirdPartyId?: string;
};

/** A row of `…/activities/checkins`. */
export type CheckInRecord = {
  checkinId: number;
  checkInDateTime?: string;
  checkOutDateTime?: string;
  studioId?: number;
  studioName?: string;
};

/** Money of the API. `amount` is sent with exactly these decimal digits. */
export function money(amount: string, currency = 'EUR'): Money {
  return { amount: new Digits(amount), currency };
}
