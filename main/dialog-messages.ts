/** What main says itself, in dialogs of the system; everything else is said by the renderer (`renderer/messages`). */
export interface DialogMessages {
  moveQuestion: string;
  /** Do it, leave it. */
  moveButtons: [string, string];
  brokenDown: string;
  brokenDownDetail: string;
  /** Load the page again, end Ringside. */
  brokenDownButtons: [string, string];
  /** A version that did not come to a desk, with its number and the one before. */
  brokenVersion: (version: string) => string;
  brokenVersionDetail: (previous: string) => string;
  /** Put the earlier one back, go on. */
  brokenVersionButtons: [string, string];
  refusedToStart: string;
  /** What to take away, before the names of it. */
  refusedBecause: string;
}

const en: DialogMessages = {
  moveQuestion: 'Change to another address?',
  moveButtons: ['Change', 'Cancel'],
  brokenDown: 'The screen of Ringside broke down several times.',
  brokenDownDetail: 'The key and the settings are safe. If it happens again, send the log to engineering.',
  brokenDownButtons: ['Try again', 'Quit'],
  brokenVersion: (version) => `Ringside ${version} did not start, twice.`,
  brokenVersionDetail: (previous) =>
    `Version ${previous} is still here and can be put back. The key and the settings are safe.`,
  brokenVersionButtons: ['Put it back', 'Try again'],
  refusedToStart: 'Ringside does not start like this.',
  refusedBecause:
    'These could open customer data to others. Take them out of the shortcut or the environment:',
};

const de: DialogMessages = {
  moveQuestion: 'Zu einer anderen Adresse wechseln?',
  moveButtons: ['Wechseln', 'Abbrechen'],
  brokenDown: 'Die Anzeige von Ringside ist mehrmals abgestürzt.',
  brokenDownDetail:
    'Schlüssel und Einstellungen sind sicher. Wenn es wieder geschieht, senden Sie das Protokoll an die Technik.',
  brokenDownButtons: ['Erneut versuchen', 'Beenden'],
  brokenVersion: (version) => `Ringside ${version} ist zweimal nicht gestartet.`,
  brokenVersionDetail: (previous) =>
    `Version ${previous} ist noch da und kann wiederhergestellt werden. Schlüssel und Einstellungen sind sicher.`,
  brokenVersionButtons: ['Wiederherstellen', 'Erneut versuchen'],
  refusedToStart: 'So startet Ringside nicht.',
  refusedBecause:
    'Dies könnte Kundendaten für andere öffnen. Entfernen Sie es aus der Verknüpfung oder der Umgebung:',
};

export type SpokenLanguage = 'en' | 'de';

/** The language main and the API are to speak. @param locale BCP 47, of the OS */
export function spokenLanguage(chosen: 'system' | SpokenLanguage, locale: string): SpokenLanguage {
  if (chosen !== 'system') return chosen;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}

export function dialogMessages(language: SpokenLanguage): DialogMessages {
  return language === 'de' ? de : en;
}
