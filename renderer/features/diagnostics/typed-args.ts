import type { ExactJson, TypedArg } from '../../../preload/contract/problem';
import { formatDate } from '../../format/date';
import { dateTimeFormat, numberFormat } from '../../format/intl';
import { formatMoney } from '../../format/money';

type Format = (value: ExactJson, locale: string) => string | undefined;

/** Any value in one line: the fallback of every type, because `value` is documented only as an object. */
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
  // Intl formats an empty text as 0 and "20,00" as NaN; a value that is no decimal is shown as sent.
  return typeof amount === 'string' && /^-?\d+(\.\d+)?$/.test(amount) && typeof currency === 'string'
    ? formatMoney({ amount, currency }, locale)
    : undefined;
};

/** `2022-06-15T23:59:59.999+02:00[Europe/Berlin]`, shown in its own time zone. */
const timestamp = text((value, locale) => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)[^[]*(?:\[(.+)\])?$/.exec(value);
  return match
    ? [formatDate(match[1] ?? '', locale), match[2], match[3]].filter(Boolean).join(' ')
    : undefined;
});

const monthDay = text((value, locale) => {
  const match = /^(?:--)?(\d{2})-(\d{2})$/.exec(value);
  if (!match) return undefined;
  // A leap year, so that 29 February exists.
  const ms = Date.parse(`2000-${match[1]}-${match[2]}T00:00:00Z`);
  return Number.isNaN(ms)
    ? undefined
    : dateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(ms);
});

/** Formatters of the types that need one; lists and enumerations are shown as sent. */
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

/** An argument of an error with its type: `MONEY €20.00`. Any type and value gives a line and never an exception. */
export function formatTypedArg({ type, value }: TypedArg, locale: string): string {
  const formatted =
    value === undefined || value === null ? undefined : formats.get(type ?? '')?.(value, locale);
  return [type, formatted ?? plain(value)].filter(Boolean).join(' ');
}
