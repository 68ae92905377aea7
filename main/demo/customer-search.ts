import { isRecord } from '../is-record';
import type { CustomerRecord } from './api-records';
import { isDate } from './calendar';
import { type CardFormat, isCardFormat } from './cards';
import type { InvalidParameter } from './invalid-parameter';

/** Body of `POST /v1/customers/search`; every field is optional. */
export interface SearchFields {
  firstName?: string;
  lastName?: string;
  email?: string;
  dateOfBirth?: string;
  cardNumberFormat: CardFormat;
}

const texts = ['firstName', 'lastName', 'email', 'dateOfBirth'] as const;

/** Reads a search body. Unknown fields are ignored, and null counts as absent. */
export function readSearch(body: string): SearchFields | InvalidParameter {
  const parsed = parse(body);
  if (!isRecord(parsed)) return { invalid: 'body' };
  const fields: SearchFields = { cardNumberFormat: 'DECIMAL' };
  for (const name of texts) {
    const value = parsed[name] ?? undefined;
    if (value === undefined) continue;
    if (typeof value !== 'string') return { invalid: name };
    fields[name] = value;
  }
  if (fields.dateOfBirth !== undefined && !isDate(fields.dateOfBirth)) return { invalid: 'dateOfBirth' };
  const format = parsed.cardNumberFormat ?? 'DECIMAL';
  if (typeof format !== 'string' || !isCardFormat(format)) return { invalid: 'cardNumberFormat' };
  return { ...fields, cardNumberFormat: format };
}

/** Whether a customer matches: names are prefixes without regard to case, other fields are exact; accents count. */
export function matches(customer: CustomerRecord, wanted: SearchFields): boolean {
  return (
    startsWith(customer.firstName, wanted.firstName) &&
    startsWith(customer.lastName, wanted.lastName) &&
    (wanted.email === undefined || customer.email === wanted.email) &&
    (wanted.dateOfBirth === undefined || customer.dateOfBirth === wanted.dateOfBirth)
  );
}

function startsWith(name: string | undefined, prefix: string | undefined): boolean {
  return prefix === undefined || prefix === '' || (name !== undefined && fold(name).startsWith(fold(prefix)));
}

/** The lower case of "İ" is an i with a combining dot, which no keyboard types. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
