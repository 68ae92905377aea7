import type { Reading } from '../../../preload/contract/domain';
import { formatDate } from '../../format/date';
import type { Language } from '../../messages/language';
import { readingLabel } from './recognise';

/** Label of a reading: its kind and its value, such as `Date of birth` and `4 May 1952`. */
export function readingWords(
  reading: Reading,
  { messages, locale }: Language,
): { kind: string; value: string } {
  const label = readingLabel(reading);
  const words = messages.search;
  const kind =
    label === 'digits' || label === 'phoneOrDigits' || label === 'nameAndDate'
      ? words[label]
      : words.reading[label];
  const date = 'date' in reading && reading.date ? formatDate(reading.date, locale) : undefined;
  const format = 'cardNumberFormat' in reading && reading.cardNumberFormat;
  const parts = [taken(reading), date, format && words.formats[format]];
  return { kind, value: parts.filter(Boolean).join(' · ') };
}

function taken(reading: Reading): string | undefined {
  switch (reading.kind) {
    case 'id':
      return reading.id;
    case 'by':
      return reading.value;
    case 'digits':
      return reading.digits;
    case 'phone':
      return reading.number;
    case 'email':
      return reading.email;
    case 'name':
      return reading.words.join(' ');
    case 'lastFirst':
      return `${reading.lastName}, ${reading.firstName}`;
    case 'dateOfBirth':
      return undefined;
  }
}
