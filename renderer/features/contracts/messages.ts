/** Number and unit of a time span, as sent. */
interface Span {
  count: number;
  unit: string;
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

const enUnits: Record<string, [one: string, many: string, adverb: string]> = {
  DAY: ['day', 'days', 'daily'],
  WEEK: ['week', 'weeks', 'weekly'],
  MONTH: ['month', 'months', 'monthly'],
  YEAR: ['year', 'years', 'yearly'],
};

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
function ordinal(count: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(count) as 'one'
  ];
  return `${count}${ending ?? 'th'}`;
}

const en = {
  region: 'Contracts',
  counts: (active: number, others: number) =>
    [active > 0 && `${active} active`, others > 0 && `${others} ended`].filter(Boolean).join(', '),
  none: 'No contracts.',
  noneActive: 'No active contract.',
  noRight:
    'The key of this studio may not read contracts. Your administrator can change that in the studio system.',
  failed: 'The contracts could not be loaded.',
  ended: (count: number) => `${count} ended ${plural(count, 'contract', 'contracts')}`,
  unnamed: 'Contract without a name',
  subUnnamed: 'Module without a name',
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
  endedWord: 'ended',
  cancelledWord: 'cancelled',
  period: (start: string | undefined, end: string | undefined) =>
    start && end ? `${start} to ${end}` : start ? `from ${start}` : end ? `until ${end}` : undefined,
  since: (start: string) => `since ${start}`,
  from: (start: string) => `from ${start}`,
  over: 'over',
  noEnd: 'no end set',
  extends: (span: string) => `${span} at a time`,
  before: (day: string, span: string | undefined) => (span ? `${day} (${span} before)` : day),
  passed: 'has passed',
  received: (day: string) => `received ${day}`,
  cancellationDate: (day: string) => `cancellation date ${day}`,
  span: ({ count, unit }: Span) => {
    const known = enUnits[unit];
    return `${count} ${known ? plural(count, known[0], known[1]) : unit}`;
  },
  /** How often a price is charged: `monthly`, `every 3 months`. */
  rhythm: ({ count, unit }: Span) => {
    const known = enUnits[unit];
    if (!known) return `every ${count} ${unit}`;
    return count === 1 ? known[2] : `every ${count} ${known[1]}`;
  },
  onDays: (days: string) => `on ${days}`,
  /** When a later price becomes active: `from the 4th month`. */
  fromStep: ({ count, unit }: Span) => {
    const known = enUnits[unit];
    return known ? `from the ${ordinal(count + 1)} ${known[0]}` : `after ${count} ${unit}`;
  },
};

const deUnits: Record<string, [one: string, many: string, adverb: string, ending: string]> = {
  DAY: ['Tag', 'Tage', 'täglich', ''],
  WEEK: ['Woche', 'Wochen', 'wöchentlich', 'r'],
  MONTH: ['Monat', 'Monate', 'monatlich', ''],
  YEAR: ['Jahr', 'Jahre', 'jährlich', ''],
};

const de: typeof en = {
  region: 'Verträge',
  counts: (active, others) =>
    [active > 0 && `${active} aktiv`, others > 0 && `${others} beendet`].filter(Boolean).join(', '),
  none: 'Keine Verträge.',
  noneActive: 'Kein aktiver Vertrag.',
  noRight:
    'Der Schlüssel dieses Studios darf keine Verträge lesen. Ihre Administration kann das im Studiosystem ändern.',
  failed: 'Die Verträge konnten nicht geladen werden.',
  ended: (count) => `${count} ${plural(count, 'beendeter Vertrag', 'beendete Verträge')}`,
  unnamed: 'Vertrag ohne Namen',
  subUnnamed: 'Modul ohne Namen',
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
    cancelBy: 'Kündigungsfrist',
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
  endedWord: 'beendet',
  cancelledWord: 'gekündigt',
  period: (start, end) =>
    start && end ? `${start} bis ${end}` : start ? `ab ${start}` : end ? `bis ${end}` : undefined,
  since: (start) => `seit ${start}`,
  from: (start) => `ab ${start}`,
  over: 'vorbei',
  noEnd: 'ohne Ende',
  extends: (span) => `jeweils ${span}`,
  before: (day, span) => (span ? `${day} (Frist: ${span})` : day),
  passed: 'ist vorbei',
  received: (day) => `eingegangen ${day}`,
  cancellationDate: (day) => `Kündigungsdatum ${day}`,
  span: ({ count, unit }) => {
    const known = deUnits[unit];
    return `${count} ${known ? plural(count, known[0], known[1]) : unit}`;
  },
  rhythm: ({ count, unit }) => {
    const known = deUnits[unit];
    if (!known) return `alle ${count} ${unit}`;
    return count === 1 ? known[2] : `alle ${count} ${known[1]}`;
  },
  onDays: (days) => `am ${days}`,
  fromStep: ({ count, unit }) => {
    const known = deUnits[unit];
    if (!known) return `nach ${count} ${unit}`;
    return `ab ${known[3] === 'r' ? 'der' : 'dem'} ${count + 1}. ${known[0]}`;
  },
};

/** Words of the panel, by language. */
export const contractsMessages: Record<'en' | 'de', typeof en> = { en, de };
export type ContractsMessages = typeof en;
