import { app } from 'electron';
import type { SettingsRead } from '../connection/settings';
import type { PolicyRead } from '../policy/policy';
import type { Log } from './log';

/** Logs a start, and which parts of the settings and the policy could not be used. */
export function logStartup(log: Log, { problem }: SettingsRead, { refused }: PolicyRead): void {
  log.event({
    event: 'start',
    version: app.getVersion(),
    platform: process.platform,
    electron: process.versions.electron,
  });
  if (problem) log.event({ event: 'settings-unusable', problem: problem.kind });
  const names = refused.map(({ name }) => name).join(' ');
  if (names) log.event({ event: 'policy-refused', names: names.slice(0, 500) });
}
