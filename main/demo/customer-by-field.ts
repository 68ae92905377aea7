import type { DemoCustomer } from './api-records';
import { type CardFormat, formatCard, isCardFormat } from './cards';
import type { InvalidParameter } from './invalid-parameter';

/** The parameter of a `GET /v1/customers/by`. */
export interface FieldQuery {
  field: keyof typeof finds;
  value: string;
  cardNumberFormat: CardFormat;
}

type Find = (customer: DemoCustomer, value: string, format: CardFormat) => boolean;

const finds = {
  customerNumber: ({ record }, value) => record.customerNumber === value,
  cardNumber: ({ record }, value, format) =>
    record.cardNumbers?.some((card) => formatCard(card, format) === value.toUpperCase()) === true,
  barcode: medium('BARCODE'),
  pin: medium('PIN'),
  // It is not documented which UUID a QR code contains; the demo uses the customer's.
  qrCodeUuid: ({ record }, value) => record.uuid === value.toLowerCase(),
  debtorId: ({ debtorId }, value) => debtorId === value,
} satisfies Record<string, Find>;

/** Reads exactly one documented parameter, or returns what is invalid. */
export function readFieldQuery(query: URLSearchParams): FieldQuery | InvalidParameter {
  const cardNumberFormat = query.get('cardNumberFormat') ?? 'DECIMAL';
  if (!isCardFormat(cardNumberFormat)) return { invalid: 'cardNumberFormat' };
  const [field, ...others] = [...query.keys()].filter(isField);
  if (field === undefined) return { invalid: 'customerNumber' };
  const value = query.get(field);
  if (!value) return { invalid: field };
  const second = others[0];
  return second === undefined ? { field, value, cardNumberFormat } : { invalid: second };
}

export function hasField(customer: DemoCustomer, { field, value, cardNumberFormat }: FieldQuery): boolean {
  const find: Find = finds[field];
  return find(customer, value, cardNumberFormat);
}

function isField(name: string): name is FieldQuery['field'] {
  return Object.hasOwn(finds, name);
}

function medium(type: 'BARCODE' | 'PIN'): Find {
  return ({ record }, value) =>
    record.accessMediums?.some((each) => each.type === type && each.value === value) === true;
}
