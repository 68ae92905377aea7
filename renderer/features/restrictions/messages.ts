const en = {
  region: 'Access restrictions',
  restriction: 'Access restriction',
  pause: 'Pause',
  blocked: 'The studio does not let this customer in at the moment.',
  blockedWithoutReason:
    'The studio does not let this customer in at the moment. The studio gave no current reason.',
  phases: {
    past: 'ended',
    now: 'in force by its dates, but access is not blocked',
    ahead: 'not yet in force',
  },
  quoted: (reason: string) => `“${reason}”`,
  since: (start: string) => `since ${start}`,
  from: (start: string) => `from ${start}`,
  until: (end: string) => `until ${end}`,
  period: (start: string, end: string) => `${start} to ${end}`,
  noEnd: 'no end set',
};

/** Words of the panel and the alert, by language. */
export const restrictionsMessages: Record<'en' | 'de', typeof en> = {
  en,
  de: {
    region: 'Zutrittssperren',
    restriction: 'Zutrittssperre',
    pause: 'Ruhezeit',
    blocked: 'Das Studio verweigert diesem Kunden zurzeit den Zutritt.',
    blockedWithoutReason:
      'Das Studio verweigert diesem Kunden zurzeit den Zutritt. Einen aktuellen Grund hat es nicht angegeben.',
    phases: {
      past: 'beendet',
      now: 'gilt laut Datum, der Zutritt ist aber nicht gesperrt',
      ahead: 'gilt noch nicht',
    },
    quoted: (reason) => `„${reason}“`,
    since: (start) => `seit ${start}`,
    from: (start) => `ab ${start}`,
    until: (end) => `bis ${end}`,
    period: (start, end) => `${start} bis ${end}`,
    noEnd: 'kein Ende festgelegt',
  },
};
