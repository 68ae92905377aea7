import { Digits } from './json';

/** The API's Customer (API reference 1.11.0), as far as the demo fills it; names and types are those of the API. */
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
  additionalAddressInformation?: string;
  floor?: string;
  imageUrl?: string;
  phonePrivate?: string;
  phonePrivateMobile?: string;
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
  /** In decimal; answers write them in the format asked for. */
  cardNumbers?: string[];
};

export interface DemoCustomer {
  record: CustomerRecord;
  /** `GET /v1/customers/by` finds by it, but no field of the answer carries it. */
  debtorId?: string;
}

export type Money = { amount: Digits; currency: string };

/** The answer of `GET /v1/customers/{customerId}/account/balances`. */
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
};

/** `amount` in decimal digits, sent as they stand. */
export function money(amount: string, currency = 'EUR'): Money {
  return { amount: new Digits(amount), currency };
}
