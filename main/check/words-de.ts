import type { CheckWords } from './words';

const folderAdvice = 'Prüfen Sie die Rechte des Ordners, und ob das Laufwerk eingebunden ist.';
const askApi = 'Wenn das so bleibt, schicken Sie die Zeile an den Support der API.';

export const german: CheckWords = {
  labels: {
    keychain: 'Schlüsselbund',
    policy: 'Richtlinie',
    proxy: 'Proxy',
    studio: 'Studio',
    clock: 'Uhr',
    updates: 'Updates',
    disk: 'Speicherplatz',
    log: 'Protokoll',
  },
  findings: {
    keychainWorks: ({ ms }) => [`Ein Eintrag wurde in ${ms} ms geschrieben, gelesen und gelöscht.`],
    keychainSlow: ({ ms }) => [
      `Ein Eintrag wurde geschrieben, gelesen und gelöscht; das hat ${ms} ms gedauert.`,
      'Jede Suche wartet auf den Schlüsselbund: Finden Sie heraus, was ihn bremst, etwa ein servergespeichertes Profil oder ein Virenscanner.',
    ],
    keychainLocked: () => [
      'Der Schlüsselbund ist gesperrt.',
      'Entsperren Sie ihn in der Sitzung dieses Benutzers.',
    ],
    keychainAbsent: () => [
      'Der Schlüsselbund lässt sich nicht verwenden.',
      'Starten Sie unter Linux einen Secret Service wie gnome-keyring oder KWallet in der Sitzung dieses Benutzers; auf anderen Systemen muss sich der Benutzer neu anmelden.',
    ],
    keychainSilent: () => [
      'Der Schlüsselbund antwortet nicht.',
      'Suchen Sie nach einem verdeckten Fenster, das nach dem Passwort fragt, oder starten Sie den Dienst neu.',
    ],
    keychainDiffers: () => [
      'Der Schlüsselbund hat einen Eintrag nicht wie verlangt gespeichert oder gelöscht.',
      'Reparieren Sie den Schlüsselbund dieses Benutzers; bis dahin können Schlüssel verloren gehen.',
    ],
    policyRead: ({ values }) => [
      values === 0
        ? 'Es ist keine Richtlinie gesetzt.'
        : `${values} ${values === 1 ? 'Wert gilt' : 'Werte gelten'}, keiner wurde abgelehnt.`,
    ],
    policyRefused: ({ where }) => [
      `Dieser Wert wurde abgelehnt und gilt nicht (${where}).`,
      'Korrigieren Sie ihn: ringside --policy-report nennt den Grund.',
    ],
    policyNoted: () => [
      'Dieser Wert hat zusammen mit den anderen keine oder eine unerwünschte Wirkung.',
      'ringside --policy-report nennt den Grund.',
    ],
    proxyNone: () => ['Das System wählt eine direkte Verbindung.'],
    proxyAnswers: ({ route }) => [`Das System wählt ${route}; Anfragen kommen durch.`],
    proxyAsks: ({ route, proxy }) => [
      `Das System wählt ${route}, und ${proxy} verlangt eine Anmeldung.`,
      'Melden Sie sich am Platz an, oder hinterlegen Sie die Anmeldung mit ringside --provision.',
    ],
    proxyRefuses: ({ route, proxy }) => [
      `Das System wählt ${route}, und ${proxy} hat die gespeicherte Anmeldung abgelehnt.`,
      'Melden Sie sich am Platz an, oder ersetzen Sie die Anmeldung mit ringside --provision, bevor das Konto gesperrt wird.',
    ],
    proxySilent: ({ route }) => [
      `Das System wählt ${route}; auf diesem Weg kam keine Antwort.`,
      'Die Zeile des Studios nennt den Fehler. Prüfen Sie die Proxy-Einstellungen des Systems.',
    ],
    settingsUnusable: ({ problem }) => [
      `Die Einstellungen konnten nicht verwendet werden: ${problem}.`,
      'Ringside bewahrt die Datei als settings.json.kept-… auf; verbinden Sie die Studios neu.',
    ],
    studioNone: () => [
      'Für diesen Benutzer ist kein Studio verbunden.',
      'Verwenden Sie ringside --provision oder die Einstellungen.',
    ],
    studioAnswers: ({ ms }) => [`Die API hat in ${ms} ms geantwortet und den Schlüssel angenommen.`],
    studioKeyRefused: () => [
      'Die API hat den Schlüssel abgelehnt.',
      'Geben Sie den aktuellen Schlüssel am Platz ein, oder hinterlegen Sie ihn mit ringside --provision.',
    ],
    studioKeyMissing: () => [
      'Im Schlüsselbund dieses Benutzers fehlt der Schlüssel.',
      'Geben Sie den Schlüssel am Platz ein, oder hinterlegen Sie ihn mit ringside --provision.',
    ],
    studioKeyUnreadable: ({ problem }) => [
      `Der Schlüssel ist nicht lesbar: ${problem}.`,
      'Die Zeile des Schlüsselbunds nennt den Grund.',
    ],
    studioNotTheApi: ({ problem }) => [
      `Unter der Adresse antwortet etwas anderes als die API: ${problem}. Der Schlüssel wurde nicht gesendet.`,
      'Prüfen Sie die Adresse, und ob ein Netz eine Anmeldung verlangt.',
    ],
    studioUnreachable: ({ problem }) => [
      `Die API war nicht erreichbar: ${problem}.`,
      'Prüfen Sie Netz, Namensauflösung und Firewall für diese Adresse.',
    ],
    studioUntrusted: ({ problem }) => [
      `Die Verbindung ist nicht vertrauenswürdig: ${problem}.`,
      'Prüfen Sie die Uhr, und ob das Zertifikat eines prüfenden Proxys installiert ist.',
    ],
    studioBehindProxy: ({ problem }) => [
      `Der Proxy lässt die Anfrage nicht durch: ${problem}.`,
      'Die Zeile des Proxys nennt ihn.',
    ],
    studioBusy: ({ problem }) => [
      `Die API kann gerade nicht antworten: ${problem}. Der Schlüssel wurde nicht geprüft.`,
      `Prüfen Sie in einigen Minuten noch einmal. ${askApi}`,
    ],
    studioOther: ({ problem }) => [`Die API hat nicht wie dokumentiert geantwortet: ${problem}.`, askApi],
    studioLate: ({ seconds }) => [
      `Es wurde nicht innerhalb von ${seconds} Sekunden geprüft.`,
      'Beheben Sie zuerst die Fehler der anderen Zeilen und prüfen Sie dann noch einmal.',
    ],
    clockRight: ({ seconds }) => [`Sie weicht um ${amount(seconds)} von der Uhr der API ab.`],
    clockOff: ({ seconds }) => [
      `Sie geht gegenüber der API ${amount(seconds)} ${direction(seconds)}.`,
      'Gleichen Sie sie mit einem Zeitserver ab.',
    ],
    clockWrong: ({ seconds }) => [
      `Sie geht gegenüber der API ${amount(seconds)} ${direction(seconds)}. Zertifikate und die Anmeldung an Proxys können scheitern, und Fälligkeiten werden für einen anderen Tag gezeigt.`,
      'Gleichen Sie sie mit einem Zeitserver ab, und prüfen Sie die Zeitzone.',
    ],
    clockUnknown: () => [
      'Sie wurde nicht verglichen: Von dieser Adresse kam keine Antwort mit einem Datum.',
      'Die Zeile des Studios nennt den Fehler.',
    ],
    updatesElsewhere: () => [
      'Diese Installation aktualisiert sich nicht selbst, sondern durch eine Paketverwaltung, eine Softwareverteilung oder gar nicht.',
    ],
    updatesOff: () => ['Die Richtlinie hat Updates ausgeschaltet.'],
    updatesNoFeed: () => ['Diese Version hat keine Update-Quelle.'],
    updatesCurrent: ({ feed }) => [
      `${feed} hat mit gültiger Signatur geantwortet und bietet diesem Platz keine neuere Version an.`,
    ],
    updatesNewer: ({ feed, version }) => [
      `${feed} hat mit gültiger Signatur geantwortet und bietet ${version} an.`,
    ],
    updatesSilent: ({ feed, fault }) => [
      `${feed} hat kein Manifest geliefert (${fault}).`,
      'Prüfen Sie die Adresse der Update-Quelle und den Proxy. Ringside fragt alle vier Stunden noch einmal.',
    ],
    updatesRefused: ({ feed, fault }) => [
      `Das Angebot von ${feed} wurde abgelehnt (${fault}). Von dort wird nichts installiert.`,
      'Kopieren Sie die Dateien der Version noch einmal dorthin; wenn das so bleibt, behandeln Sie den Server als kompromittiert.',
    ],
    diskFree: ({ megabytes, folder }) => [`${megabytes} MB sind frei, und ${folder} ist beschreibbar.`],
    diskLow: ({ megabytes, folder }) => [
      `Für ${folder} sind nur ${megabytes} MB frei.`,
      'Schaffen Sie Platz: Ein Update braucht ihn.',
    ],
    diskFull: ({ megabytes, folder }) => [
      `Für ${folder} sind nur ${megabytes} MB frei.`,
      'Schaffen Sie sofort Platz: Einstellungen lassen sich sonst nicht speichern.',
    ],
    diskUnwritable: ({ folder, error }) => [`${folder} ist nicht beschreibbar (${error}).`, folderAdvice],
    logWritable: ({ kilobytes, folder }) => [
      `${folder} ist beschreibbar; das Protokoll hat ${kilobytes} kB.`,
    ],
    logLarge: ({ kilobytes, folder }) => [
      `Das Protokoll in ${folder} hat ${kilobytes} kB, mehr als seine fünf Dateien haben dürfen.`,
      'Finden Sie heraus, was die Dateien offen hält und so das Rotieren verhindert.',
    ],
    logUnwritable: ({ folder, error }) => [`${folder} ist nicht beschreibbar (${error}).`, folderAdvice],
    checkLate: ({ seconds }) => [
      `Diese Prüfung war nach ${seconds} Sekunden nicht fertig.`,
      'Beheben Sie zuerst die Fehler der anderen Zeilen und prüfen Sie dann noch einmal.',
    ],
    checkBroken: ({ error }) => [
      `Die Prüfung selbst ist fehlgeschlagen (${error}).`,
      'Melden Sie das mit dem Protokoll dem Hersteller von Ringside.',
    ],
  },
};

function amount(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 120) return `${size} ${size === 1 ? 'Sekunde' : 'Sekunden'}`;
  return size < 7200 ? `${Math.round(size / 60)} Minuten` : `${Math.round(size / 3600)} Stunden`;
}

const direction = (seconds: number) => (seconds > 0 ? 'vor' : 'nach');
