import {
  type CardNumberFormat,
  cardNumberFormats,
  type LookupField,
  type Reading,
} from '../../../preload/contract/domain';
import type { CardNumber } from './cards';
import { datesInDigits } from './dates';

/** Digits with the zeros of a telephone number, which a card number has as well. */
const mayBePhone = /^0\d{9,16}$/;
const largestInt64 = 2n ** 63n - 1n;

/** What recognition depends on besides the text. */
export interface Circumstances {
  format: CardNumberFormat | undefined;
  today: Date;
}

export function ofDigits(digits: string, { format, today }: Circumstances): Reading[] {
  const canBeId = !digits.startsWith('0') && BigInt(digits) <= largestInt64;
  const dates = datesInDigits(digits, today);
  const [date] = dates;
  const number: Reading = {
    kind: 'digits',
    digits,
    ...(format && { cardNumberFormat: format }),
    ...(date && { date }),
  };
  return [
    ...(mayBePhone.test(digits) ? [{ ...number, mayBePhone: true } as const] : []),
    number,
    ...dates.map(dateOfBirth),
    ...(canBeId ? [{ kind: 'id', id: digits } as const] : []),
    by('customerNumber', digits),
    ...cardNumberFormats.map((each) => card(digits, each)),
    ...(/^0+[1-9]/.test(digits) ? [card(digits.replace(/^0+/, ''), 'DECIMAL')] : []),
    by('barcode', digits),
    by('pin', digits),
    by('debtorId', digits),
  ];
}

/** Readings of a card number: in the format that was asked for or in which it is written, and with the bytes reversed. */
export function ofCard(
  { value, format: written }: CardNumber,
  { format = written }: Circumstances,
): Reading[] {
  const formats: CardNumberFormat[] = format.startsWith('HEX') ? [format, 'HEX_MSB', 'HEX_LSB'] : [format];
  return formats.map((each) => card(value, each));
}

/** `m2076` is the customer number M-2076, or M2076 where a studio writes it so. */
export function ofLettered(letters: string, digits: string): Reading[] {
  const plain = letters.replace(/[ -]/g, '').toUpperCase();
  const value = `${plain}-${digits}`;
  return [
    letters.includes('-')
      ? by('customerNumber', value)
      : { kind: 'by', field: 'customerNumber', value, otherwise: plain + digits },
  ];
}

export function by(field: LookupField, value: string): Reading {
  return { kind: 'by', field, value };
}

export function card(value: string, cardNumberFormat: CardNumberFormat): Reading {
  return { kind: 'by', field: 'cardNumber', value, cardNumberFormat };
}

export function dateOfBirth(date: string): Extract<Reading, { kind: 'dateOfBirth' }> {
  return { kind: 'dateOfBirth', date };
}
