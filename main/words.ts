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

export function wordsFor(language: 'en' | 'de'): Words {
  return language === 'de' ? de : en;
}
