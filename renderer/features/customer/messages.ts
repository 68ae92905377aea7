const en = {
  dial: 'Dial',
  extension: (digits: string) => `ext. ${digits}`,
  word: {
    dialled: 'Passed to the telephone program.',
    noProgram:
      'Not dialled: no telephone program could be opened. Check which program the system opens for tel: links.',
    tooMany: 'Not dialled: too many numbers in a short time. Try again in a minute.',
    refused: 'Not dialled. Refresh the customer’s data (F5), then try again.',
  },
};

export type DialMessages = typeof en;

/** Texts about dialling. */
export const dialMessages: Record<'en' | 'de', DialMessages> = {
  en,
  de: {
    dial: 'Anrufen',
    extension: (digits) => `Durchwahl ${digits}`,
    word: {
      dialled: 'An das Telefonprogramm übergeben.',
      noProgram:
        'Nicht gewählt: Es ließ sich kein Telefonprogramm öffnen. Prüfen Sie, welches Programm das System für tel:-Links öffnet.',
      tooMany:
        'Nicht gewählt: zu viele Nummern in kurzer Zeit. Versuchen Sie es in einer Minute noch einmal.',
      refused: 'Nicht gewählt. Laden Sie die Kundendaten neu (F5) und versuchen Sie es noch einmal.',
    },
  },
};
