/** Texts of main's own dialogs; the renderer shows all other texts (`renderer/messages`). */
export interface DialogMessages {
  addressQuestion: string;
  /** Text above the addresses that are known. */
  knownAddresses: string;
  /** Buttons: confirm, cancel. */
  addressButtons: [string, string];
  /** Title of the dialog that chooses a file of studios, and the name of its file type. */
  chooseStudioFile: string;
  rowsFiles: string;
  brokenDown: string;
  brokenDownDetail: string;
  /** Buttons: reload the page, quit Ringside. */
  brokenDownButtons: [string, string];
  /** Text about a version that did not start, with its number and that of the previous version. */
  brokenVersion: (version: string) => string;
  brokenVersionDetail: (previous: string) => string;
  /** Buttons: restore the previous version, continue. */
  brokenVersionButtons: [string, string];
  contextMenu: {
    /** @param what in the middle of a sentence */
    copyWhat: (what: string) => string;
    cut: string;
    copy: string;
    paste: string;
    selectAll: string;
  };
  refusedToStart: string;
  /** Text above the list of refused switches and variables. */
  refusedBecause: string;
}

const en: DialogMessages = {
  addressQuestion: 'Connect to another address?',
  knownAddresses: 'Ringside has connected to:',
  addressButtons: ['Connect', 'Cancel'],
  chooseStudioFile: 'Choose a file of studios',
  rowsFiles: 'Tables (CSV)',
  brokenDown: 'The Ringside window crashed several times.',
  brokenDownDetail:
    'The key and the settings are not affected. If it happens again, send the log to engineering.',
  brokenDownButtons: ['Try again', 'Quit'],
  brokenVersion: (version) => `Ringside ${version} failed to start twice.`,
  brokenVersionDetail: (previous) =>
    `The previous version ${previous} can be restored. The key and the settings are not affected.`,
  brokenVersionButtons: ['Restore', 'Try again'],
  contextMenu: {
    copyWhat: (what) => `Copy ${what}`,
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
  },
  refusedToStart: 'Ringside cannot start with these options.',
  refusedBecause: 'They could expose customer data. Remove them from the shortcut or the environment:',
};

const de: DialogMessages = {
  addressQuestion: 'Mit einer weiteren Adresse verbinden?',
  knownAddresses: 'Bisher verbundene Adressen:',
  addressButtons: ['Verbinden', 'Abbrechen'],
  chooseStudioFile: 'Datei mit Studios auswählen',
  rowsFiles: 'Tabellen (CSV)',
  brokenDown: 'Das Fenster von Ringside ist mehrmals abgestürzt.',
  brokenDownDetail:
    'Schlüssel und Einstellungen sind nicht betroffen. Wenn es wieder passiert, senden Sie das Protokoll an die Technik.',
  brokenDownButtons: ['Erneut versuchen', 'Beenden'],
  brokenVersion: (version) => `Ringside ${version} ist zweimal nicht gestartet.`,
  brokenVersionDetail: (previous) =>
    `Die vorherige Version ${previous} kann wiederhergestellt werden. Schlüssel und Einstellungen sind nicht betroffen.`,
  brokenVersionButtons: ['Wiederherstellen', 'Erneut versuchen'],
  contextMenu: {
    copyWhat: (what) => `${what} kopieren`,
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
  },
  refusedToStart: 'Ringside kann mit diesen Optionen nicht starten.',
  refusedBecause:
    'Sie könnten Kundendaten offenlegen. Entfernen Sie sie aus der Verknüpfung oder der Umgebung:',
};

export type SpokenLanguage = 'en' | 'de';

/** Language of main's dialogs and of the API's messages. @param locale BCP 47, of the operating system */
export function spokenLanguage(chosen: 'system' | SpokenLanguage, locale: string): SpokenLanguage {
  if (chosen !== 'system') return chosen;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}

export function dialogMessages(language: SpokenLanguage): DialogMessages {
  return language === 'de' ? de : en;
}
