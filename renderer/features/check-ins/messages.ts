const en = {
  title: 'Check-ins',
  last: 'Last',
  /** In place of `last` when there may be a later one. */
  latestKnown: 'Latest known',
  month: 'Last 30 days',
  /** Names of what is copied, in the middle of a sentence. */
  facts: { last: 'last check-in', month: 'number of check-ins' },
  count: (count: number, isComplete: boolean) => (isComplete ? `${count}` : `at least ${count}`),
  none: 'None',
  noneInYear: 'No check-in in the last 365 days',
  noRight: 'The key of this studio does not have permission to read check-ins.',
  failed: 'Check-ins could not be loaded.',
  refreshFailed: 'Check-ins could not be refreshed.',
};

/** Words of the check-ins, by language. */
export const checkInsMessages: Record<'en' | 'de', typeof en> = {
  en,
  de: {
    title: 'Check-ins',
    last: 'Zuletzt',
    latestKnown: 'Zuletzt bekannt',
    month: 'Letzte 30 Tage',
    facts: { last: 'Letzter Check-in', month: 'Zahl der Check-ins' },
    count: (count, isComplete) => (isComplete ? `${count}` : `mindestens ${count}`),
    none: 'Keine',
    noneInYear: 'Kein Check-in in den letzten 365 Tagen',
    noRight: 'Der Schlüssel dieses Studios darf keine Check-ins lesen.',
    failed: 'Check-ins konnten nicht geladen werden.',
    refreshFailed: 'Check-ins konnten nicht aktualisiert werden.',
  },
};
