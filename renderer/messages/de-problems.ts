import type { ProblemKind } from '../../preload/contract/problem';
import type { ProblemWords } from './en-problems';

/** German texts of every kind of problem. */
export const problems: Record<ProblemKind, ProblemWords> = {
  badRequest: {
    title: 'Die API hat die Anfrage nicht akzeptiert.',
    advice: 'Prüfen Sie Ihre Eingabe. Wenn sie stimmt, schicken Sie den Bericht an die Technik.',
  },
  unauthorized: {
    title: 'Der API-Schlüssel wurde abgelehnt.',
    advice:
      'Vielleicht wurde er ersetzt. Fragen Sie Ihre Administration nach dem aktuellen Schlüssel und geben Sie ihn in den Einstellungen unter „Mit Ihrem Studio verbinden“ ein.',
  },
  forbidden: {
    title: 'Dem API-Schlüssel fehlt die Berechtigung für diese Anfrage.',
    advice: 'Bitten Sie Ihre Administration, dem Schlüssel die fehlende Berechtigung zu geben.',
  },
  forbiddenOtherStudio: {
    title: 'Dieser Datensatz gehört zu einem anderen Studio.',
    advice:
      'Der Schlüssel Ihres Studios hat darauf keinen Zugriff. Fragen Sie, in welchem Studio der Kunde trainiert.',
  },
  notFound: {
    title: 'Die API hat diesen Kunden nicht gefunden.',
    advice: 'Vielleicht wurde der Datensatz gelöscht. Suchen Sie nach dem Namen oder der Kundennummer.',
  },
  conflict: {
    title: 'Der Datensatz wird gerade an anderer Stelle geändert.',
    advice: 'Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
  },
  rateLimited: {
    title: 'Zu viele Anfragen aus diesem Studio.',
    advice:
      'Die API begrenzt die Anfragen für das ganze Studio. Was Sie auf dem Bildschirm sehen, können Sie weiter benutzen.',
  },
  serverError: {
    title: 'Die API meldet einen Serverfehler.',
    advice: 'Versuchen Sie es noch einmal. Wenn der Fehler bleibt, schicken Sie den Bericht an die Technik.',
  },
  unavailable: {
    title: 'Die API ist zurzeit nicht verfügbar.',
    advice: 'Ringside hat es mehrmals versucht. Versuchen Sie es in einer Minute noch einmal.',
  },
  unexpectedStatus: {
    title: 'Die API hat mit einem unerwarteten HTTP-Status geantwortet.',
    advice: 'Versuchen Sie es noch einmal. Wenn der Fehler bleibt, schicken Sie den Bericht an die Technik.',
  },
  unexpectedAnswer: {
    title: 'Ringside konnte die Antwort der API nicht lesen.',
    advice:
      'Ringside zeigt nichts an, weil die Daten falsch sein könnten. Schicken Sie den Bericht an die Technik.',
  },
  notTheApi: {
    title: 'Nicht die API hat geantwortet, sondern vielleicht eine Anmeldeseite des Netzwerks.',
    advice:
      'Öffnen Sie einen Browser und melden Sie sich im Netzwerk an, oder prüfen Sie die Adresse in den Einstellungen unter „Mit Ihrem Studio verbinden“.',
  },
  unreachable: {
    title: 'Die API ist nicht erreichbar.',
    advice: 'Prüfen Sie die Netzwerkverbindung und versuchen Sie es noch einmal.',
  },
  nameNotResolved: {
    title: 'Die Adresse der API wurde nicht gefunden.',
    advice:
      'Prüfen Sie die Netzwerkverbindung und die Adresse in den Einstellungen unter „Mit Ihrem Studio verbinden“.',
  },
  offline: {
    title: 'Dieser Computer ist offline.',
    advice: 'Prüfen Sie die Netzwerkverbindung und versuchen Sie es noch einmal.',
  },
  connectionLost: {
    title: 'Die Verbindung zur API ist abgebrochen.',
    advice:
      'Ringside hat es mehrmals versucht. Prüfen Sie die Netzwerkverbindung und versuchen Sie es noch einmal.',
  },
  timeout: {
    title: 'Die API hat nicht rechtzeitig geantwortet.',
    advice: 'Versuchen Sie es noch einmal. Wenn die API langsam bleibt, sagen Sie der Technik Bescheid.',
  },
  tooLarge: {
    title: 'Die Antwort der API war zu groß.',
    advice: 'Geben Sie mehr vom Namen ein oder zusätzlich ein Geburtsdatum.',
  },
  redirected: {
    title: 'Die Adresse hat die Anfrage umgeleitet.',
    advice:
      'Ringside hat das zum Schutz des Schlüssels blockiert. Der Grund kann eine Anmeldeseite des Netzwerks oder eine falsche Adresse sein.',
  },
  tls: {
    title: 'Die Verbindung ist nicht sicher.',
    advice:
      'Das Zertifikat dieser Adresse ist nicht vertrauenswürdig. Machen Sie nicht weiter und sagen Sie Ihrer Administration Bescheid.',
  },
  proxy: {
    title: 'Der Netzwerk-Proxy hat die Anfrage abgelehnt.',
    advice: 'Sagen Sie Ihrer Administration Bescheid.',
  },
  proxyLogin: {
    title: 'Der Netzwerk-Proxy verlangt einen Benutzernamen und ein Kennwort.',
    advice:
      'Melden Sie sich am Proxy an, oder fragen Sie Ihre Administration nach Benutzername und Kennwort.',
  },
  notConnected: {
    title: 'Es ist kein Studio verbunden.',
    advice:
      'Geben Sie die Adresse und den Schlüssel in den Einstellungen unter „Mit Ihrem Studio verbinden“ ein.',
  },
  studioUnnamed: {
    title: 'Die API hat nicht mitgeteilt, zu welchem Studio der Schlüssel gehört.',
    advice:
      'Der Schlüssel wurde akzeptiert, hat aber möglicherweise nicht das Recht STUDIO_READ. Geben Sie den Namen des Studios ein und drücken Sie erneut „Verbinden“.',
  },
  keyOfOtherStudio: {
    title: 'Dieser Schlüssel gehört zu einem anderen Studio.',
    advice:
      'Es wurde nichts geändert. Geben Sie den Schlüssel des Studios ein, dessen Schlüssel Sie ersetzen möchten.',
  },
  noKeyForStudio: {
    title: 'Dieser Arbeitsplatz hat keinen Schlüssel für das Studio dieses Kunden.',
    advice:
      'Bitten Sie Ihre Administration, das Studio mit seinem Schlüssel in den Einstellungen von Ringside oder mit ringside --provision hinzuzufügen.',
  },
  tooManyRows: {
    title: 'Das sind zu viele Zeilen.',
    advice:
      'Ringside liest höchstens 2.000 Zeilen und 2 MB auf einmal und hat keine gelesen. Teilen Sie die Datei auf.',
  },
  fileUnreadable: {
    title: 'Die Datei konnte nicht gelesen werden.',
    advice:
      'Prüfen Sie, ob es sie noch gibt und ob Sie sie öffnen dürfen. Wählen Sie sie dann noch einmal aus.',
  },
  phoneIndexFile: {
    title: 'Der Telefonindex Ihres Unternehmens ist nicht verwendbar.',
    advice:
      'Ringside sucht mit dem letzten verwendbaren Index weiter, falls vorhanden, und versucht den Abruf später noch einmal. Sagen Sie Ihrer Administration Bescheid: Der Grund steht im Protokoll von Ringside.',
  },
  keyMissing: {
    title: 'Der gespeicherte Schlüssel ist nicht mehr im Schlüsselbund.',
    advice: 'Er wurde außerhalb von Ringside entfernt. Geben Sie den Schlüssel noch einmal ein.',
  },
  keychainLocked: {
    title: 'Der Schlüsselbund dieses Computers ist gesperrt.',
    advice:
      'Ringside hat darin nichts geändert. Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.',
  },
  keychainUnavailable: {
    title: 'Der Schlüsselbund dieses Computers antwortet nicht.',
    advice:
      'Ringside hat ihn in einem neuen Prozess noch einmal gefragt. Versuchen Sie es noch einmal. Wenn das nicht hilft, sagen Sie Ihrer Administration Bescheid. Der Schlüssel ist nur dort gespeichert.',
  },
  keychainTimeout: {
    title: 'Der Schlüsselbund dieses Computers hat nicht rechtzeitig geantwortet.',
    advice: 'Vielleicht wartet er in einem anderen Fenster auf ein Kennwort.',
  },
  settingsUnwritable: {
    title: 'Die Einstellungen konnten nicht gespeichert werden.',
    advice:
      'Prüfen Sie, ob die Festplatte voll, der Ordner der Einstellungen schreibgeschützt oder die Einstellungsdatei in einem anderen Programm geöffnet ist.',
  },
  settingsUnreadable: {
    title: 'Die Einstellungsdatei konnte nicht gelesen werden.',
    advice:
      'Geben Sie die Adresse und den Schlüssel noch einmal ein. Beim Verbinden behält Ringside die alte Datei neben der neuen.',
  },
  settingsNewer: {
    title: 'Die Einstellungen wurden mit einer neueren Version von Ringside gespeichert.',
    advice:
      'Aktualisieren Sie Ringside, oder geben Sie die Adresse und den Schlüssel noch einmal ein. Beim Verbinden behält Ringside die alten Einstellungen neben den neuen.',
  },
  invalidInput: { title: 'Diese Eingabe ist ungültig.', advice: 'Prüfen Sie Ihre Eingabe.' },
  cancelled: { title: 'Abgebrochen.', advice: 'Versuchen Sie es noch einmal, wenn Sie so weit sind.' },
  tooManyCalls: {
    title: 'Ringside hat zu viele Anfragen auf einmal bekommen.',
    advice: 'Warten Sie einige Sekunden und versuchen Sie es noch einmal.',
  },
  internal: {
    title: 'In Ringside ist ein Fehler aufgetreten.',
    advice: 'Schicken Sie den Bericht an die Technik.',
  },
};
