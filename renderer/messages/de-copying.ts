import type { enCopying } from './en-copying';

/** German texts about copying and the clipboard. */
export const deCopying: typeof enCopying = {
  facts: {
    name: 'Name',
    customerNumber: 'Kundennummer',
    customerId: 'Kunden-ID',
    dateOfBirth: 'Geburtsdatum',
    phone: 'Telefonnummer',
    email: 'E-Mail-Adresse',
    address: 'Adresse',
    balance: 'Saldo',
    consumptionCredit: 'Verzehrguthaben',
    dunningLevel: 'Mahnstufe',
    debtCollection: 'Inkasso',
    openAmount: 'Offener Betrag',
    nextDue: 'Als Nächstes fälliger Betrag',
    reason: 'Grund',
  },
  summary: {
    name: 'Name',
    number: 'Kundennummer',
    studio: 'Studio',
    balance: 'Saldo',
    open: 'Offen',
    dunning: 'Mahnstufe',
    collection: 'Inkasso',
    access: 'Zutritt',
    notBlocked: 'Nicht gesperrt',
    asOf: 'Stand',
    notLoaded: 'Nicht geladen',
  },
  copying: {
    copy: (what) => `${what} kopieren`,
    copied: (what) => `${what} kopiert`,
    masked: 'Verdeckt. Es wurde nichts kopiert.',
    rows: (count) => (count === 1 ? 'Zeile' : `${count} Zeilen`),
    summary: 'Zusammenfassung',
    copySummary: 'Zusammenfassung kopieren',
    cleared: 'Kopierter Text wurde aus der Zwischenablage gelöscht.',
    stays: 'Kopierter Text bleibt noch 60 Sekunden in der Zwischenablage.',
  },
};
