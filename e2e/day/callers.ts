import type { CustomerRecord } from '../../main/demo/api-records';
import { inventCustomers } from '../../main/demo/invented-customers';

/** Number of customers of the first studio, nearly as many as a day has lookups. */
export const customersOfMunich = 1_900;

/** Customers whom lookups ask for, in the order of their IDs. */
export const callers = {
  munich: recordsOf(1, customersOfMunich),
  gym: recordsOf(6, 40),
};

function recordsOf(studioNumber: number, count: number): CustomerRecord[] {
  const all = inventCustomers(studioNumber, count).map(({ record }) => record);
  // An example has this number as well.
  return all.filter(({ customerNumber }) => customerNumber !== '1-20001');
}

/** Members whose private telephone number nobody else has. */
export const telephoned = callers.munich.filter(
  ({ id, status, phonePrivate }) => id.text < '2900' && status === 'MEMBER' && phonePrivate,
);

const bornOn = new Map<string, CustomerRecord[]>();
for (const record of callers.munich) {
  const { dateOfBirth = '' } = record;
  bornOn.set(dateOfBirth, [...(bornOn.get(dateOfBirth) ?? []), record]);
}

/** How a customer can be looked up, so that they are the only hit. Every lookup of a day takes the next way. */
const ways: readonly ((record: CustomerRecord) => string | undefined)[] = [
  ({ customerNumber }) => customerNumber,
  ({ email }) => email,
  ({ id }) => `id:${id.text}`,
  ({ customerNumber }) => customerNumber,
  ({ lastName, dateOfBirth = '' }) =>
    bornOn.get(dateOfBirth)?.length === 1 && dateOfBirth ? `${lastName} ${dateOfBirth}` : undefined,
  ({ cardNumbers }) => cardNumbers && `card:${cardNumbers[0]}`,
];

/** What the agent types to find a customer. */
export function typedFor(record: CustomerRecord, index: number): string {
  return ways[index % ways.length]?.(record) ?? `id:${record.id.text}`;
}

/** Texts of one customer that no memory and no file may contain after the call. Names are not among them: some are words. */
function textsOf({ customerNumber, email, bankAccount, cardNumbers, ...record }: CustomerRecord): string[] {
  const { phonePrivate, phonePrivateMobile, phoneBusiness, thirdPartyId } = record;
  const phones = [phonePrivate, phonePrivateMobile, phoneBusiness];
  const texts = [customerNumber, email, bankAccount?.iban, cardNumbers?.[0], thirdPartyId, ...phones];
  return texts.flatMap((text) => text ?? []);
}

/** The texts that identify customers, and where they are found in other texts. */
export class Canaries {
  readonly #texts = new Set<string>();
  readonly #names = new Set<string>();

  constructor(records: readonly CustomerRecord[]) {
    for (const record of records) {
      for (const text of textsOf(record)) this.#texts.add(text);
      for (const name of [record.firstName, record.lastName]) if (name) this.#names.add(name);
    }
  }

  /** Removes names that a desk contains before its first call. */
  exceptThoseOf(text: string): void {
    for (const name of this.foundIn(text)) this.#names.delete(name);
  }

  /** Texts of some customers, to be searched in every encoding of a file. */
  some(): string[] {
    return [...this.#texts].filter((_, index) => index % 29 === 0);
  }

  /** Those of the texts that a heap, a page or a file contains. */
  foundIn(text: string): string[] {
    const found = new Set<string>();
    for (const [token] of text.matchAll(/[\w.@+-]{5,}/g))
      if (this.#texts.has(token) || this.#names.has(token)) found.add(token);
    for (const [token] of text.matchAll(/[+(\d][\d ()/.-]{7,}\d/g))
      if (this.#texts.has(token)) found.add(token);
    return [...found];
  }
}
