import { Digits } from './json';

/** The API's Customer, as far as the demo fills it; field names are those of the API. */
export interface DemoCustomer {
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
  gender?: string;
  street?: string;
  houseNumber?: string;
  zipCode?: string;
  city?: string;
  country?: string;
  phonePrivateMobile?: string;
  bankAccount?: { accountHolder: string; bankName: string; bic: string; iban: string };
  cardNumbers?: string[];
  accessMediums?: { id: number; type: string; value: string }[];
  uuid?: string;
  studioId?: number;
  thirdPartyId?: string;
}

export interface DemoMoney {
  amount: Digits;
  currency: string;
}

/** The fields of the balances endpoint. */
export interface DemoAccount {
  accountBalance?: DemoMoney;
  consumptionCredit?: DemoMoney;
  dunningLevel?: string;
  inDebtCollection: boolean;
}

export interface DemoBooking {
  id: number;
  dueDate: string;
  description?: string;
  amount?: DemoMoney;
  openAmount?: DemoMoney;
  installmentPlan: boolean;
}

export function money(amount: string, currency = 'EUR'): DemoMoney {
  return { amount: new Digits(amount), currency };
}

/** Draws the same numbers from the same seed, on every machine (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(from: readonly T[], draw: () => number): T {
  const item = from[Math.floor(draw() * from.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

/** `YYYY-MM-DD` a number of months away, on the given day of the month. */
export function monthsFrom(today: string, months: number, day = 1): string {
  const [year = 2000, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}
