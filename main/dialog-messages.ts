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
  /** Notification of a call. SECURITY: the system may show it on a locked screen, so it says nothing about the caller. */
  notification: { callTitle: string; callBody: string };
  /** Items of the menu bar of a Mac, as Apple names them, and of the menu of the program's icon. */
  menu: Record<
    | 'about'
    | 'settings'
    | 'services'
    | 'hide'
    | 'hideOthers'
    | 'showAll'
    | 'quit'
    | 'file'
    | 'newCall'
    | 'newCallDescription'
    | 'close'
    | 'edit'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'view'
    | 'fullScreen'
    | 'window'
    | 'minimize'
    | 'zoom'
    | 'bringToFront'
    | 'help'
    | 'keys',
    string
  >;
  refusedToStart: string;
  /** Text above the list of refused switches and variables. */
  refusedBecause: string;
  /** Title and text where the AppImage would start without Chromium's sandbox. */
  sandboxMissing: string;
  sandboxMissingDetail: string;
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
  notification: { callTitle: 'Incoming call', callBody: 'A call is waiting in Ringside.' },
  menu: {
    about: 'About Ringside',
    settings: 'Settings…',
    services: 'Services',
    hide: 'Hide Ringside',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    quit: 'Quit Ringside',
    file: 'File',
    newCall: 'New call',
    newCallDescription: 'Ends the call that is open, and begins a new one',
    close: 'Close Window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    fullScreen: 'Toggle Full Screen',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    bringToFront: 'Bring All to Front',
    help: 'Help',
    keys: 'Keyboard Shortcuts',
  },
  refusedToStart: 'Ringside cannot start with these options.',
  refusedBecause: 'They could expose customer data. Remove them from the shortcut or the environment:',
  sandboxMissing: 'Ringside cannot start: its sandbox is missing.',
  sandboxMissingDetail:
    'The sandbox protects customer data, and Ringside does not start without it. This system restricts user namespaces, which the AppImage needs for it. Install the deb or rpm package of Ringside instead, which sets up the sandbox, or ask your administrator to allow user namespaces.',
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
  notification: { callTitle: 'Eingehender Anruf', callBody: 'In Ringside wartet ein Anruf.' },
  menu: {
    about: 'Über Ringside',
    settings: 'Einstellungen …',
    services: 'Dienste',
    hide: 'Ringside ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    quit: 'Ringside beenden',
    file: 'Ablage',
    newCall: 'Neuer Anruf',
    newCallDescription: 'Beendet den offenen Anruf und beginnt einen neuen',
    close: 'Fenster schließen',
    edit: 'Bearbeiten',
    undo: 'Widerrufen',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einsetzen',
    selectAll: 'Alles auswählen',
    view: 'Darstellung',
    fullScreen: 'Vollbild ein/aus',
    window: 'Fenster',
    minimize: 'Im Dock ablegen',
    zoom: 'Zoomen',
    bringToFront: 'Alle nach vorne bringen',
    help: 'Hilfe',
    keys: 'Tastaturkurzbefehle',
  },
  refusedToStart: 'Ringside kann mit diesen Optionen nicht starten.',
  refusedBecause:
    'Sie könnten Kundendaten offenlegen. Entfernen Sie sie aus der Verknüpfung oder der Umgebung:',
  sandboxMissing: 'Ringside kann nicht starten: Die Sandbox fehlt.',
  sandboxMissingDetail:
    'Die Sandbox schützt Kundendaten; ohne sie startet Ringside nicht. Dieses System schränkt User-Namespaces ein, die das AppImage dafür benötigt. Installieren Sie stattdessen das deb- oder rpm-Paket von Ringside, das die Sandbox einrichtet, oder bitten Sie Ihre Administration, User-Namespaces zu erlauben.',
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
