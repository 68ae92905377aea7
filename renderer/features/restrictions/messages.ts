const en = {
  region: 'Pauses and access restrictions',
  restriction: 'Access restriction',
  pause: 'Pause',
  blocked: 'The studio does not let this customer in at the moment.',
  period: (start: string | undefined, end: string | undefined) =>
    start && end ? `${start} to ${end}` : start ? `from ${start}, no end` : end ? `until ${end}` : 'no dates',
};

/** Words of the panel, by language. */
export const restrictionsMessages: Record<'en' | 'de', typeof en> = {
  en,
  de: {
    region: 'Ruhezeiten und Zutrittssperren',
    restriction: 'Zutrittssperre',
    pause: 'Ruhezeit',
    blocked: 'Das Studio lässt diesen Kunden zurzeit nicht hinein.',
    period: (start, end) =>
      start && end
        ? `${start} bis ${end}`
        : start
          ? `ab ${start}, ohne Ende`
          : end
            ? `bis ${end}`
            : 'ohne Datum',
  },
};
