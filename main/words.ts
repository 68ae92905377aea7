/** What main says itself, in dialogs of the system; everything else is said by the renderer (`renderer/messages`). */
export interface Words {
  moveQuestion: string;
  /** Do it, leave it. */
  moveButtons: [string, string];
  brokenDown: string;
  brokenDownDetail: string;
  /** Load the page again, end Ringside. */
  brokenDownButtons: [string, string];
}

const en: Words = {
  moveQuestion: 'Change to another address?',
  moveButtons: ['Change', 'Cancel'],
  brokenDown: 'The screen of Ringside broke down several times.',
  brokenDownDetail: 'The key and the settings are safe. If it happens again, send the log to engineering.',
  brokenDownButtons: ['Try again', 'Quit'],
};

const de: Words = {
  moveQuestion: 'Zu einer anderen Adresse wechseln?',
  moveButtons: ['Wechseln', 'Abbrechen'],
  brokenDown: 'Die Anzeige von Ringside ist mehrmals abgestürzt.',
  brokenDownDetail:
    'Schlüssel und Einstellungen sind sicher. Wenn es wieder geschieht, senden Sie das Protokoll an die Technik.',
  brokenDownButtons: ['Erneut versuchen', 'Beenden'],
};

export type SpokenLanguage = 'en' | 'de';

/** The language main and the API are to speak. @param locale BCP 47, of the OS */
export function spokenLanguage(chosen: 'system' | SpokenLanguage, locale: string): SpokenLanguage {
  if (chosen !== 'system') return chosen;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}

export function wordsFor(language: SpokenLanguage): Words {
  return language === 'de' ? de : en;
}
