import type { PolicyKey } from './keys';

/**
 * German texts of the policy keys, for the ADML of `de-DE`. The English ones are in `keys.ts`. Only the templates need them, so
 * they are not part of what main loads.
 */
export const germanTexts: Record<PolicyKey, { title: string; explains: string }> = {
  apiAddresses: {
    title: 'API-Adressen der Mandanten',
    explains:
      'Ringside verbindet sich nur mit diesen Adressen. Gibt es nur eine, gibt der Agent nur den Schlüssel ein. Nicht gesetzt: Der Agent gibt Adresse und Schlüssel ein.',
  },
  apiAddress: {
    title: 'API-Adresse (älterer Name)',
    explains:
      'Gilt als Liste mit einer Adresse für apiAddresses. Sind beide gesetzt, hat apiAddresses Vorrang.',
  },
  balanceSign: {
    title: 'Bedeutung eines negativen Saldos',
    explains:
      'Die API erklärt das Vorzeichen eines Saldos nicht. asSent (Standard) deutet es nicht; negativeOwes und positiveOwes ergänzen „Schuldet“ und „Guthaben“ mit ihren Farben.',
  },
  verificationFactors: {
    title: 'Was ein Anrufer richtig nennen muss, bevor Beträge erscheinen',
    explains:
      'Beträge und diese Angaben sind verdeckt, bis der Anrufer eine davon genannt hat. Eine Angabe, nach der der Agent gesucht hat, gilt als genannt. Leer (Standard): Beträge erscheinen sofort.',
  },
  verificationOverride: {
    title: 'Konto ohne Prüfung anzeigen',
    explains:
      'Der Agent kann „Trotzdem anzeigen“ drücken. Jede Nutzung wird ohne den Kunden protokolliert. Standard: aus.',
  },
  idleMinutes: {
    title: 'Minuten ohne Eingabe, bis der Arbeitsplatz geleert wird',
    explains:
      'Als Eingabe zählen ein Tastendruck, eine Mausbewegung und eine Suche. 0: nie. Standard: 5, und der Agent kann wählen.',
  },
  maskContact: {
    title: 'E-Mail, Telefon und Anschrift verdecken',
    explains: 'Sie werden auf Wunsch zehn Sekunden lang angezeigt. Standard: aus, und der Agent kann wählen.',
  },
  contentProtection: {
    title: 'Fenster vor Bildschirmaufnahmen verbergen',
    explains:
      'Unter Windows und macOS ist das Fenster auf Bildschirmfotos, in Aufzeichnungen und bei der Bildschirmfreigabe schwarz. Standard: aus, und der Agent kann wählen.',
  },
  language: {
    title: 'Sprache',
    explains: 'Sprache des Fensters und der Meldungen der API. Standard: system, und der Agent kann wählen.',
  },
  requestsPerMinute: {
    title: 'Anfragen je Minute und Endpunkt von einem Arbeitsplatz',
    explains:
      'Gilt für jedes Studio. Die API erlaubt 1.000 je Studio, die sich alle Arbeitsplätze des Studios teilen. Standard: 300.',
  },
  phoneLookup: {
    title: 'Kunden anhand der Telefonnummer finden',
    explains:
      'Die API dokumentiert keine Suche nach Telefonnummern. Ringside liest deshalb alle Kunden eines Studios und behält Prüfsummen ihrer Nummern im Arbeitsspeicher. 500 Kunden sind eine Anfrage mit etwa 1 MB: Ein Studio mit 5.000 Kunden kostet jeden Arbeitsplatz 10 Anfragen und 10 MB. onDemand: sobald die erste Nummer gesucht wird, für die durchsuchten Studios. inBackground: nach dem Start und danach alle phoneIndexHours Stunden. Standard: off.',
  },
  phoneIndexAlso: {
    title: 'Wessen Telefonnummern neben denen der Mitglieder erfasst werden',
    explains: 'Sie werden nach den Mitgliedern gelesen. Leer (Standard): nur Mitglieder.',
  },
  phoneIndexRequestsPerMinute: {
    title: 'Anfragen je Minute und Studio für den Telefonindex',
    explains:
      'Zählt zu requestsPerMinute. Die Hälfte der Anfragen, die auf einmal gesendet werden dürfen, bleibt der Suche des Agenten vorbehalten. Standard: 60.',
  },
  phoneIndexHours: {
    title: 'Stunden, bis der Telefonindex neu erstellt oder abgerufen wird',
    explains: 'Gilt für inBackground und phoneIndexUrl. Standard: 8.',
  },
  phoneIndexSpreadMinutes: {
    title: 'Minuten, über die sich die Arbeitsplätze mit dem Telefonindex verteilen',
    explains:
      'Jeder Arbeitsplatz beginnt zu einem zufälligen Zeitpunkt innerhalb dieser Spanne nach seinem Start, damit nicht alle zugleich anfragen. Standard: 30.',
  },
  phoneIndexUrl: {
    title: 'Woher der Telefonindex kommt',
    explains:
      'Eine Datei, die ringside --phone-index geschrieben hat, auf einem Webserver (https) oder einer Dateifreigabe (file). Benötigt phoneIndexKey und phoneIndexPublicKey; kein Arbeitsplatz liest dann selbst alle Kunden. Nicht gesetzt: keine Datei.',
  },
  phoneIndexKey: {
    title: 'Schlüssel der Prüfsummen im Telefonindex',
    explains:
      'Ein Geheimnis: mindestens 32 zufällige Bytes in Base64, niemals das Beispiel. Wer ihn und die Datei hat, kann herausfinden, wessen Nummern sie enthält. Nur für phoneIndexUrl und --phone-index.',
  },
  phoneIndexPublicKey: {
    title: 'Schlüssel, mit dem der Telefonindex geprüft wird',
    explains:
      'Öffentlicher Ed25519-Schlüssel, Base64 seiner DER-Form (SPKI). Eine Datei ohne gültige Signatur wird abgelehnt.',
  },
  phoneLinks: {
    title: 'Links, die Ringside als Anruf öffnet',
    explains:
      'Meldet Ringside unter Windows für tel:- oder callto:-Links dieses Benutzers an, damit es die Nummer sucht. Ein Schema, das einem anderen Programm gehört, bleibt bei diesem. Auf dem Mac und unter Linux meldet Ringside nichts an (docs/telephony.md). Leer (Standard): keine.',
  },
  dialLinks: {
    title: 'Telefonnummern der Kunden wählen',
    explains:
      'Zeigt neben jeder Nummer eine Schaltfläche, die sie mit dem Telefonprogramm des Arbeitsplatzes wählt. Standard: aus.',
  },
  callNotifications: {
    title: 'Anrufe melden',
    explains:
      'Zeigt eine Benachrichtigung des Systems für einen Anruf, der eingeht, während ein anderes Programm im Vordergrund ist. Sie nennt weder den Anrufer noch die Nummer. Standard: aus.',
  },
  startWithSession: {
    title: 'Bei der Anmeldung des Benutzers starten',
    explains:
      'Ringside trägt sich beim nächsten Start für den Benutzer ein: unter Windows und macOS als Anmeldeobjekt, unter Linux mit einer Datei in ~/.config/autostart. Ist die Richtlinie aus oder entfernt, löscht es beim nächsten Start seinen eigenen Eintrag und keinen anderen. Standard: aus.',
  },
  updates: {
    title: 'Aktualisierungen durch Ringside selbst',
    explains: 'Aus, wenn die Softwareverteilung Ringside aktuell hält. Standard: an.',
  },
  feedUrl: {
    title: 'Woher Aktualisierungen kommen',
    explains:
      'Ein Ordner auf einem Webserver, der die Dateien einer Version enthält. Standard: die Adresse, mit der die Version gebaut wurde.',
  },
  channel: {
    title: 'Welche Aktualisierungen',
    explains: 'pilot erhält neue Versionen zuerst, auch Vorabversionen. Standard: stable.',
  },
  telemetryEndpoint: {
    title: 'OpenTelemetry Collector',
    explains:
      'Basisadresse von OTLP/HTTP. Ringside sendet jeden Aufruf dorthin: Vorlage des Endpunkts, Status, Dauer, Art des Problems, Trace-ID, Studio-ID, Version; nichts über Kunden. Nicht gesetzt (Standard): Es wird nichts gesendet.',
  },
  datadogSite: {
    title: 'Datadog-Site für Trace-IDs',
    explains: 'Macht die Trace-ID eines Fehlers zu einem Link auf app.SITE. Nicht gesetzt: kein Link.',
  },
  externalLinkHosts: {
    title: 'Hosts, auf die Links führen dürfen',
    explains:
      'Vollständige Namen ohne Platzhalter; nur https. Leer (Standard): Links aus Ringside heraus öffnen nichts.',
  },
};
