import type { CheckStatus } from '../../../preload/contract/check';

const counted = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

const en = {
  check: 'Check this desktop',
  hint: 'Keychain, policy, proxy, studios, clock, updates, disk and log.',
  running: 'Checking. This can take three minutes when something does not answer.',
  result: 'Result of the check',
  copy: 'Copy result',
  statuses: { ok: 'OK', warning: 'Warning', failed: 'Failed' } as Record<CheckStatus, string>,
  summary: (failed: number, warnings: number, total: number) =>
    failed + warnings === 0
      ? `Everything is in order: ${counted(total, 'line', 'lines')}.`
      : `${failed} failed, ${counted(warnings, 'warning', 'warnings')}, ${counted(total, 'line', 'lines')}.`,
};

const de: typeof en = {
  check: 'Diesen Platz prüfen',
  hint: 'Schlüsselbund, Richtlinie, Proxy, Studios, Uhr, Updates, Speicherplatz und Protokoll.',
  running: 'Wird geprüft. Das kann drei Minuten dauern, wenn etwas nicht antwortet.',
  result: 'Ergebnis der Prüfung',
  copy: 'Ergebnis kopieren',
  statuses: { ok: 'OK', warning: 'Warnung', failed: 'Fehler' },
  summary: (failed, warnings, total) =>
    failed + warnings === 0
      ? `Alles in Ordnung: ${counted(total, 'Zeile', 'Zeilen')}.`
      : `${counted(failed, 'Fehler', 'Fehler')}, ${counted(warnings, 'Warnung', 'Warnungen')}, ${counted(total, 'Zeile', 'Zeilen')}.`,
};

export const desktopCheckMessages = { en, de };
