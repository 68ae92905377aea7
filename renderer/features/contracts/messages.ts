import type { TimeSpan } from '../../../preload/contract/domain';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** Words of the documented units. A map, because the API can send the name of any property of an object. */
const enUnits = new Map([
  ['DAY', { one: 'day', many: 'days', each: 'daily' }],
  ['WEEK', { one: 'week', many: 'weeks', each: 'weekly' }],
  ['MONTH', { one: 'month', many: 'months', each: 'monthly' }],
  ['YEAR', { one: 'year', many: 'years', each: 'yearly' }],
]);

/** The next number after `digits`; undefined where a JavaScript number loses digits. */
function nextOf(digits: string): number | undefined {
  const next = Number(digits) + 1;
  return next > 0 && Number.isSafeInteger(next) ? next : undefined;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
function ordinal(count: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(count) as 'one'
  ];
  return `${count}${ending ?? 'th'}`;
}

const en = {
  region: 'Contracts',
  counts: (active: number, ended: number) =>
    [active > 0 && `${active} active`, ended > 0 && `${ended} ended`].filter(Boolean).join(', '),
  none: 'No contracts.',
  noneActive: 'No active contract.',
  noRight:
    'The key of this studio does not have permission to read contracts. Your administrator can change that in the studio system.',
  failed: 'The contracts could not be loaded.',
  refreshFailed: 'The contracts could not be refreshed.',
  ended: (count: number) => `${count} ended ${plural(count, 'contract', 'contracts')}`,
  unnamed: 'Contract without a name',
  subUnnamed: 'Without a name',
  /** Labels of the rows. */
  labels: {
    status: 'Status',
    runs: 'Runs',
    extension: 'Then',
    cancelBy: 'Cancel by',
    cancelled: 'Cancelled',
    basePrice: 'Base price',
    with: 'With',
    flatFee: 'Flat fee',
    reason: 'Reason',
    until: 'Until',
  },
  /** Names of the values in the middle of a sentence. */
  facts: {
    status: 'status',
    runs: 'term',
    extension: 'extension',
    cancelBy: 'last day to cancel',
    cancelled: 'cancellation',
    basePrice: 'base price',
    with: 'module',
    flatFee: 'flat fee',
    reason: 'reason',
    until: 'end of the pause',
    price: 'price',
  },
  paused: 'Paused',
  pausedFor: (contract: string) => `Paused: ${contract}`,
  noPrice: 'Price not supplied',
  free: 'free',
  once: 'once',
  inactiveWord: 'inactive',
  cancelledWord: 'cancelled',
  period: (start: string | undefined, end: string | undefined) =>
    start && end ? `${start} to ${end}` : start ? `from ${start}` : end ? `until ${end}` : undefined,
  since: (start: string) => `since ${start}`,
  from: (start: string) => `from ${start}`,
  over: 'ended',
  noEnd: 'no end set',
  extends: (span: string) => `${span} at a time`,
  before: (day: string, span: string | undefined) => (span ? `${day} (${span} before)` : day),
  passed: 'has passed',
  received: (day: string) => `received ${day}`,
  cancellationDate: (day: string) => `cancellation date ${day}`,
  span: ({ value, unit }: TimeSpan) => {
    const known = enUnits.get(unit);
    return `${value} ${known ? (value === '1' ? known.one : known.many) : unit}`;
  },
  /** How often a price is charged: `monthly`, `every 3 months`. */
  rhythm: ({ value, unit }: TimeSpan) => {
    const known = enUnits.get(unit);
    return known && value === '1' ? known.each : `every ${value} ${known?.many ?? unit}`;
  },
  onDays: (days: string) => `on ${days}`,
  /** When a later price becomes active: `from the 4th month`. */
  fromStep: ({ value, unit }: TimeSpan) => {
    const known = enUnits.get(unit);
    const next = nextOf(value);
    return known && next ? `from the ${ordinal(next)} ${known.one}` : `after ${value} ${unit}`;
  },
};

const deUnits = new Map([
  ['DAY', { one: 'Tag', many: 'Tage', each: 'täglich', from: 'ab dem' }],
  ['WEEK', { one: 'Woche', many: 'Wochen', each: 'wöchentlich', from: 'ab der' }],
  ['MONTH', { one: 'Monat', many: 'Monate', each: 'monatlich', from: 'ab dem' }],
  ['YEAR', { one: 'Jahr', many: 'Jahre', each: 'jährlich', from: 'ab dem' }],
]);

const de: typeof en = {
  region: 'Verträge',
  counts: (active, ended) =>
    [active > 0 && `${active} aktiv`, ended > 0 && `${ended} beendet`].filter(Boolean).join(', '),
  none: 'Keine Verträge.',
  noneActive: 'Kein aktiver Vertrag.',
  noRight:
    'Der Schlüssel dieses Studios darf keine Verträge lesen. Ihre Administration kann das im Studiosystem ändern.',
  failed: 'Die Verträge konnten nicht geladen werden.',
  refreshFailed: 'Die Verträge konnten nicht aktualisiert werden.',
  ended: (count) => `${count} ${plural(count, 'beendeter Vertrag', 'beendete Verträge')}`,
  unnamed: 'Vertrag ohne Namen',
  subUnnamed: 'Ohne Namen',
  labels: {
    status: 'Status',
    runs: 'Laufzeit',
    extension: 'Danach',
    cancelBy: 'Kündbar bis',
    cancelled: 'Gekündigt',
    basePrice: 'Grundpreis',
    with: 'Dazu',
    flatFee: 'Pauschale',
    reason: 'Grund',
    until: 'Bis',
  },
  facts: {
    status: 'Status',
    runs: 'Laufzeit',
    extension: 'Verlängerung',
    cancelBy: 'Letzter Kündigungstag',
    cancelled: 'Kündigung',
    basePrice: 'Grundpreis',
    with: 'Modul',
    flatFee: 'Pauschale',
    reason: 'Grund',
    until: 'Ende der Ruhezeit',
    price: 'Preis',
  },
  paused: 'Ruhezeit',
  pausedFor: (contract) => `Ruhezeit: ${contract}`,
  noPrice: 'Preis nicht angegeben',
  free: 'kostenlos',
  once: 'einmalig',
  inactiveWord: 'inaktiv',
  cancelledWord: 'gekündigt',
  period: (start, end) =>
    start && end ? `${start} bis ${end}` : start ? `ab ${start}` : end ? `bis ${end}` : undefined,
  since: (start) => `seit ${start}`,
  from: (start) => `ab ${start}`,
  over: 'beendet',
  noEnd: 'kein Ende festgelegt',
  extends: (span) => `jeweils ${span}`,
  before: (day, span) => (span ? `${day} (Frist: ${span})` : day),
  passed: 'abgelaufen',
  received: (day) => `eingegangen ${day}`,
  cancellationDate: (day) => `Kündigungsdatum ${day}`,
  span: ({ value, unit }) => {
    const known = deUnits.get(unit);
    return `${value} ${known ? (value === '1' ? known.one : known.many) : unit}`;
  },
  rhythm: ({ value, unit }) => {
    const known = deUnits.get(unit);
    return known && value === '1' ? known.each : `alle ${value} ${known?.many ?? unit}`;
  },
  onDays: (days) => `am ${days}`,
  fromStep: ({ value, unit }) => {
    const known = deUnits.get(unit);
    const next = nextOf(value);
    return known && next ? `${known.from} ${next}. ${known.one}` : `nach ${value} ${unit}`;
  },
};

/** Words of the panel, by language. */
export const contractsMessages: Record<'en' | 'de', typeof en> = { en, de };
export type ContractsMessages = typeof en;
