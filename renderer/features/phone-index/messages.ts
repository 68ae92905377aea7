import type { PhoneIndexState, PhoneIndexStatus } from '../../../preload/contract/phone-index';
import type { IndexEnd } from './phone-index-store';

type Also = readonly PhoneIndexStatus[];

const counted = (count: number, one: string, other: string) => (count === 1 ? one : other);

const en = {
  heading: 'Telephone numbers',
  mode: 'Find by telephone number',
  modes: {
    off: 'Off',
    onDemand: 'On request',
    inBackground: 'In the background',
    fetched: 'With the company’s index',
  } as Record<PhoneIndexState['mode'], string>,
  /** Whose numbers are compared. */
  whom: (also: Also): string => {
    if (also.length > 1) return 'members, former members and prospects';
    if (also.includes('FORMER_MEMBER')) return 'members and former members';
    return also.includes('PROSPECT') ? 'members and prospects' : 'members';
  },
  /** The customers of a file that somebody else has made. */
  everybodyOfFile: 'customers in the company’s index',
  studios: (number: string) => `${number} studios`,
  asOf: (time: string, age: string | undefined) => (age ? `as of ${time} (${age})` : `as of ${time}`),
  noMatch: (whom: string, studios: string, asOf: string) =>
    `No match among the ${whom} of ${studios}, ${asOf}.`,
  askOtherwise: 'Ask for the name or date of birth.',
  missing: (studios: string) => `The telephone index of ${studios} has not been made yet.`,
  outdated: (studios: string) => `The telephone index of ${studios} is too old to count as complete.`,
  partly: (complete: string, studios: string) =>
    `The telephone index is complete for ${complete} of ${studios}.`,
  waiting: 'It is made automatically.',
  notFetched: (studios: string) =>
    `The company’s telephone index has not been fetched yet, or does not contain ${studios}.`,
  notInFile: (missing: string, studios: string) =>
    `The company’s telephone index does not contain ${missing} of ${studios}.`,
  session: 'So far, the number was compared only with the customers found in this session.',
  read: (customers: string, count: number) =>
    `${customers} ${counted(count, 'customer', 'customers')} read so far.`,
  readOf: (customers: string, count: number, studio: string) =>
    `${customers} ${counted(count, 'customer', 'customers')} of ${studio} read so far.`,
  paused: 'Paused for a lookup. Ringside continues automatically.',
  pausedBy: (problem: string) => `Paused: ${problem} Ringside continues automatically.`,
  fetching: 'Fetching the company’s telephone index…',
  compares: 'The number is compared again as the index grows.',
  cost: 'Each request reads up to 500 customers (about 1 MB). How many customers there are is not known in advance.',
  make: 'Make the telephone index',
  makeAgain: 'Make again',
  fetch: 'Fetch the index now',
  stop: 'Stop',
  retry: 'Try again',
  forget: 'Delete index',
  forgetSure: 'Really delete the index?',
  customers: (customers: string, count: number) => `${customers} ${counted(count, 'customer', 'customers')}`,
  oldest: (asOf: string) => `oldest ${asOf}`,
  list: 'Index by studio',
  states: {
    missing: 'Not made',
    waiting: 'Waiting',
    running: 'Reading',
    paused: 'Paused',
    complete: 'Complete',
    failed: 'Failed',
  },
  kept: 'Kept in memory until Ringside quits: customer IDs and digests of the numbers, but no numbers and no names.',
  line: (customers: string, count: number) =>
    `Telephone index: ${customers} ${counted(count, 'customer', 'customers')}`,
  linePaused: 'Telephone index: paused',
  lineHint: 'Shows the telephone index in the settings',
  started: 'The telephone index is being made.',
  ended: {
    complete: 'The telephone index is complete.',
    failed: 'The telephone index could not be completed.',
    stopped: 'The telephone index was stopped.',
  } as Record<IndexEnd, string>,
};

/** Words about the telephone index, by language. */
export const phoneIndexMessages: Record<'en' | 'de', typeof en> = {
  en,
  de: {
    heading: 'Telefonnummern',
    mode: 'Suche nach Telefonnummer',
    modes: {
      off: 'Aus',
      onDemand: 'Auf Anforderung',
      inBackground: 'Im Hintergrund',
      fetched: 'Mit dem Index des Unternehmens',
    },
    whom: (also) => {
      if (also.length > 1) return 'Mitgliedern, ehemaligen Mitgliedern und Interessenten';
      if (also.includes('FORMER_MEMBER')) return 'Mitgliedern und ehemaligen Mitgliedern';
      return also.includes('PROSPECT') ? 'Mitgliedern und Interessenten' : 'Mitgliedern';
    },
    everybodyOfFile: 'Kunden im Index des Unternehmens',
    studios: (number) => `${number} Studios`,
    asOf: (time, age) => (age ? `Stand ${time} (${age})` : `Stand ${time}`),
    noMatch: (whom, studios, asOf) => `Kein Treffer unter den ${whom} von ${studios}, ${asOf}.`,
    askOtherwise: 'Fragen Sie nach Name oder Geburtsdatum.',
    missing: (studios) => `Der Telefonindex für ${studios} wurde noch nicht erstellt.`,
    outdated: (studios) => `Der Telefonindex für ${studios} ist zu alt, um als vollständig zu gelten.`,
    partly: (complete, studios) => `Der Telefonindex ist für ${complete} von ${studios} vollständig.`,
    waiting: 'Er wird automatisch erstellt.',
    notFetched: (studios) =>
      `Der Telefonindex des Unternehmens wurde noch nicht abgerufen oder enthält ${studios} nicht.`,
    notInFile: (missing, studios) =>
      `Der Telefonindex des Unternehmens enthält ${missing} von ${studios} nicht.`,
    session: 'Bisher wurde die Nummer nur mit den in dieser Sitzung gefundenen Kunden verglichen.',
    read: (customers) => `Bisher ${customers} Kunden gelesen.`,
    readOf: (customers, _, studio) => `Bisher ${customers} Kunden von ${studio} gelesen.`,
    paused: 'Unterbrochen wegen einer Suche. Ringside macht automatisch weiter.',
    pausedBy: (problem) => `Unterbrochen: ${problem} Ringside macht automatisch weiter.`,
    fetching: 'Der Telefonindex des Unternehmens wird abgerufen …',
    compares: 'Die Nummer wird erneut verglichen, sobald der Index wächst.',
    cost: 'Jede Anfrage liest bis zu 500 Kunden (etwa 1 MB). Wie viele Kunden es insgesamt sind, ist vorher nicht bekannt.',
    make: 'Telefonindex erstellen',
    makeAgain: 'Neu erstellen',
    fetch: 'Index jetzt abrufen',
    stop: 'Anhalten',
    retry: 'Noch einmal versuchen',
    forget: 'Index löschen',
    forgetSure: 'Index wirklich löschen?',
    customers: (customers) => `${customers} Kunden`,
    oldest: (asOf) => `ältester ${asOf}`,
    list: 'Index je Studio',
    states: {
      missing: 'Nicht erstellt',
      waiting: 'Wartet',
      running: 'Wird gelesen',
      paused: 'Unterbrochen',
      complete: 'Vollständig',
      failed: 'Fehlgeschlagen',
    },
    kept: 'Bleibt im Arbeitsspeicher, bis Ringside beendet wird: Kunden-IDs und Hashwerte der Nummern, aber keine Nummern und keine Namen.',
    line: (customers) => `Telefonindex: ${customers} Kunden`,
    linePaused: 'Telefonindex: unterbrochen',
    lineHint: 'Zeigt den Telefonindex in den Einstellungen',
    started: 'Der Telefonindex wird erstellt.',
    ended: {
      complete: 'Der Telefonindex ist vollständig.',
      failed: 'Der Telefonindex konnte nicht vollständig erstellt werden.',
      stopped: 'Der Telefonindex wurde angehalten.',
    },
  },
};
