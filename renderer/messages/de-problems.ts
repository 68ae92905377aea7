import type { ProblemKind } from '../../preload/contract/problem';
import type { ProblemWords } from './en-problems';

export const problems: Record<ProblemKind, ProblemWords> = {
  badRequest: {
    title: 'Die API hat diese Anfrage nicht angenommen.',
    advice: 'Prüfen Sie die Eingabe. Stimmt sie, geben Sie den Bericht an die Technik.',
  },
  unauthorized: {
    title: 'Der API-Schlüssel wurde abgelehnt.',
    advice:
      'Vielleicht wurde er ersetzt. Fragen Sie nach dem aktuellen und tragen Sie ihn unter Verbindung ein.',
  },
  forbidden: {
    title: 'Der API-Schlüssel hat dieses Recht nicht.',
    advice: 'Bitten Sie Ihre Administration, dem Schlüssel das fehlende Recht zu geben.',
  },
  forbiddenOtherStudio: {
    title: 'Das gehört zu einem anderen Studio.',
    advice: 'Der Schlüssel dieses Studios darf es nicht lesen. Fragen Sie, in welchem Studio trainiert wird.',
  },
  notFound: {
    title: 'Die API kennt dieses Mitglied nicht.',
    advice: 'Der Datensatz wurde vielleicht entfernt. Suchen Sie nach Name oder Kundennummer.',
  },
  conflict: {
    title: 'Der Datensatz wird gerade anderswo geändert.',
    advice: 'Warten Sie einen Augenblick und versuchen Sie es noch einmal.',
  },
  rateLimited: {
    title: 'Zu viele Anfragen aus diesem Studio.',
    advice: 'Die API bittet alle zu warten. Was schon zu sehen ist, bleibt benutzbar.',
  },
  serverError: {
    title: 'Die API ist gescheitert.',
    advice: 'Versuchen Sie es einmal neu. Bleibt es dabei, geben Sie den Bericht an die Technik.',
  },
  unavailable: {
    title: 'Die API ist gerade nicht erreichbar.',
    advice: 'Sie wurde mehrmals gefragt. Versuchen Sie es in einer Minute noch einmal.',
  },
  unexpectedStatus: {
    title: 'Die API hat anders geantwortet, als beschrieben ist.',
    advice: 'Versuchen Sie es einmal neu. Bleibt es dabei, geben Sie den Bericht an die Technik.',
  },
  unexpectedAnswer: {
    title: 'Die Antwort der API war nicht zu verstehen.',
    advice: 'Lieber nichts als etwas Falsches: Geben Sie den Bericht an die Technik.',
  },
  notTheApi: {
    title: 'Etwas anderes als die API hat geantwortet. Eine Netzanmeldung?',
    advice: 'Melden Sie sich im Browser am Netz an, oder prüfen Sie die Adresse unter Verbindung.',
  },
  unreachable: {
    title: 'Die API ist nicht zu erreichen.',
    advice: 'Prüfen Sie die Netzverbindung und versuchen Sie es noch einmal.',
  },
  nameNotResolved: {
    title: 'Die Adresse der API wurde nicht gefunden.',
    advice: 'Prüfen Sie die Adresse unter Verbindung und die Netzverbindung.',
  },
  offline: {
    title: 'Dieser Rechner ist offline.',
    advice: 'Prüfen Sie die Netzverbindung und versuchen Sie es noch einmal.',
  },
  connectionLost: {
    title: 'Die Verbindung ist abgebrochen.',
    advice: 'Es wurde mehrmals versucht. Prüfen Sie die Netzverbindung und versuchen Sie es noch einmal.',
  },
  timeout: {
    title: 'Die API hat zu lange gebraucht.',
    advice: 'Versuchen Sie es noch einmal. Bleibt sie langsam, sagen Sie der Technik Bescheid.',
  },
  tooLarge: {
    title: 'Die Antwort war zu groß.',
    advice: 'Geben Sie mehr vom Namen oder ein Geburtsdatum ein.',
  },
  redirected: {
    title: 'Die Adresse wollte uns anderswohin schicken.',
    advice: 'Das wurde zum Schutz des Schlüssels verhindert. Eine Netzanmeldung oder eine falsche Adresse?',
  },
  tls: {
    title: 'Die Verbindung ist nicht sicher.',
    advice:
      'Das Zertifikat der Adresse wurde nicht anerkannt. Bitte nicht weiter; Administration verständigen.',
  },
  proxy: {
    title: 'Der Netz-Proxy hat die Anfrage abgelehnt.',
    advice: 'Sagen Sie Ihrer Administration Bescheid.',
  },
  proxyLogin: {
    title: 'Der Netz-Proxy verlangt Namen und Kennwort.',
    advice: 'Melden Sie sich an ihm an, oder fragen Sie Ihre Administration nach beidem.',
  },
  notConnected: {
    title: 'Kein Studio ist verbunden.',
    advice: 'Tragen Sie Adresse und Schlüssel unter Verbindung ein.',
  },
  keyMissing: {
    title: 'Der gespeicherte Schlüssel ist nicht mehr im Schlüsselbund.',
    advice: 'Jemand oder etwas hat ihn entfernt. Geben Sie den Schlüssel noch einmal ein.',
  },
  keychainLocked: {
    title: 'Der Schlüsselbund dieses Rechners ist gesperrt.',
    advice: 'Darin wurde nichts verändert. Entsperren und noch einmal versuchen.',
  },
  keychainUnavailable: {
    title: 'Der Schlüsselbund dieses Rechners antwortet nicht.',
    advice:
      'Starten Sie Ringside neu. Bleibt es so, sagen Sie Ihrer Administration Bescheid; der Schlüssel liegt nirgends sonst.',
  },
  keychainTimeout: {
    title: 'Der Schlüsselbund dieses Rechners braucht zu lange.',
    advice: 'Vielleicht wartet er in einem anderen Fenster auf ein Kennwort.',
  },
  settingsUnwritable: {
    title: 'Die Einstellungen konnten nicht gespeichert werden.',
    advice: 'Ist die Platte voll, oder ist der Ordner der Einstellungen schreibgeschützt?',
  },
  settingsUnreadable: {
    title: 'Die Einstellungsdatei war nicht zu lesen.',
    advice:
      'Sie bleibt beim Verbinden neben der neuen erhalten. Geben Sie Adresse und Schlüssel noch einmal ein.',
  },
  settingsNewer: {
    title: 'Die Einstellungen stammen von einem neueren Ringside.',
    advice:
      'Sie bleiben beim Verbinden neben den neuen erhalten. Aktualisieren Sie Ringside, oder geben Sie Adresse und Schlüssel noch einmal ein.',
  },
  invalidInput: { title: 'Das lässt sich nicht verwenden.', advice: 'Prüfen Sie die Eingabe.' },
  cancelled: { title: 'Angehalten.', advice: 'Versuchen Sie es noch einmal, wenn Sie so weit sind.' },
  tooManyCalls: {
    title: 'Ringside wurde zu vieles auf einmal gefragt.',
    advice: 'Warten Sie eine Sekunde und versuchen Sie es erneut.',
  },
  internal: {
    title: 'Ringside hat einen Fehler gemacht.',
    advice: 'Geben Sie den Bericht an die Technik.',
  },
};
