import type { ExactJson, TypedArg } from '../../../preload/contract/problem';
import { formatDate } from '../../format/date';
import { dateTimeFormat, numberFormat } from '../../format/intl';
import { formatMoney } from '../../format/money';

type Format = (value: ExactJson, locale: string) => string | undefined;

/** Anything, in one line; the fallback of every type, since `value` is documented as an object and no more. */
export function plain(value: ExactJson | undefined): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return Object.entries(value)
    .map(([name, item]) => `${name}: ${plain(item)}`)
    .join(', ');
}

const text = (format: (value: string, locale: string) => string | undefined): Format => {
  return (value, locale) => (typeof value === 'string' ? format(value, locale) : undefined);
};

const number = text((value, locale) =>
  /^-?\d+(\.\d{1,20})?$/.test(value)
    ? numberFormat(locale, { maximumFractionDigits: 20 }).format(value as `${number}`)
    : undefined,
);

const money: Format = (value, locale) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { amount, currency } = value;
  // Intl makes 0 of an empty text and NaN of "20,00"; what is no decimal is told as it came.
  return typeof amount === 'string' && /^-?\d+(\.\d+)?$/.test(amount) && typeof currency === 'string'
    ? formatMoney({ amount, currency }, locale)
    : undefined;
};

/** `2022-06-15T23:59:59.999+02:00[Europe/Berlin]`: shown in its own zone, since that is where it was meant. */
const timestamp = text((value, locale) => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)[^[]*(?:\[(.+)\])?$/.exec(value);
  return match
    ? [formatDate(match[1] ?? '', locale), match[2], match[3]].filter(Boolean).join(' ')
    : undefined;
});

const monthDay = text((value, locale) => {
  const match = /^(?:--)?(\d{2})-(\d{2})$/.exec(value);
  if (!match) return undefined;
  // A leap year, so that 29 February is a day.
  const ms = Date.parse(`2000-${match[1]}-${match[2]}T00:00:00Z`);
  return Number.isNaN(ms)
    ? undefined
    : dateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(ms);
});

/** The documented types that read better than as they came; the others are lists and words and stay so. */
const formats = new Map<string, Format>(
  Object.entries({
    TIMESTAMP: timestamp,
    DATE: text(formatDate),
    MONTH_DAY: monthDay,
    INTEGER: number,
    DECIMAL: number,
    MONEY: money,
  }),
);

/** An argument of an error by its type: `MONEY €20.00`. Any type and any value give a line, never an exception. */
export function formatTypedArg({ type, value }: TypedArg, locale: string): string {
  const formatted =
    value === undefined || value === null ? undefined : formats.get(type ?? '')?.(value, locale);
  return [type, formatted ?? plain(value)].filter(Boolean).join(' ');
}
