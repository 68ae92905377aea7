import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { buildType } from '../build-type';
import { replaceFile, unlessAbsent } from '../replace-file';
import { appImageOf, thisInstallation } from '../updates/installation';

/**
 * How a platform starts Ringside when the user signs in. `this`: it starts this program, unless the user has switched that off in the
 * system; `other`: there is an entry of this name for another program; `none`: there is no entry.
 */
export interface SessionStart {
  state: () => Promise<'this' | 'other' | 'none'>;
  turnOn: () => Promise<void>;
  turnOff: () => Promise<void>;
}

/** What the entries are made of. */
export interface SessionSystem {
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** Path of Ringside's executable, or of the AppImage. */
  program: string;
  /** Folder of the user's settings on Linux, such as `~/.config`. */
  configFolder: string;
}

/** The entry of each platform. */
export const sessionStarts: Partial<Record<NodeJS.Platform, (system: SessionSystem) => SessionStart>> = {
  /** A value of `HKCU\Software\Microsoft\Windows\CurrentVersion\Run`; Task Manager can disable it. */
  win32({ app, program }) {
    // SECURITY: Electron writes the path as it is. Without quotes, Windows tries `C:\Program.exe` first for one in `C:\Program Files`.
    const path = `"${program}"`;
    return {
      state: async () => (app.getLoginItemSettings({ path }).openAtLogin ? 'this' : 'none'),
      turnOn: async () => app.setLoginItemSettings({ openAtLogin: true, path }),
      turnOff: async () => app.setLoginItemSettings({ openAtLogin: false, path }),
    };
  },
  /** A login item; a user who has switched it off must approve it again (`SMAppService`). */
  darwin: ({ app }) => ({
    async state() {
      const { openAtLogin, status } = app.getLoginItemSettings();
      return openAtLogin || status === 'requires-approval' ? 'this' : 'none';
    },
    turnOn: async () => app.setLoginItemSettings({ openAtLogin: true }),
    turnOff: async () => app.setLoginItemSettings({ openAtLogin: false }),
  }),
  /** A file in `~/.config/autostart` (Desktop Application Autostart Specification); `Hidden=true` in it disables it. */
  linux({ program, configFolder }) {
    const file = join(configFolder, 'autostart', 'ringside.desktop');
    const start = `Exec=${execOf(program)}`;
    return {
      async state() {
        const text = await unlessAbsent(readFile(file, 'utf8'));
        if (text === undefined) return 'none';
        return text.split(/\r?\n/).includes(start) ? 'this' : 'other';
      },
      async turnOn() {
        await mkdir(dirname(file), { recursive: true });
        const entry = `[Desktop Entry]\nType=Application\nName=Ringside\n${start}\n`;
        await replaceFile(file, entry, { mode: 0o644 });
      },
      turnOff: () => rm(file, { force: true }),
    };
  },
};

/**
 * Starts Ringside with the session as the policy says. Without the policy, it removes only an entry that it has made itself: the user
 * may have made one.
 *
 * @param isOurs whether Ringside has made the entry
 * @returns whether it has now
 */
export async function applySessionStart(
  wanted: boolean,
  isOurs: boolean,
  { state, turnOn, turnOff }: SessionStart,
): Promise<boolean> {
  const now = await state();
  if (!wanted) {
    if (isOurs && now === 'this') await turnOff();
    return false;
  }
  if (now !== 'none' && !(isOurs && now === 'other')) return isOurs;
  await turnOn();
  return true;
}

/** Applies the policy to a release; an entry of a development build would start Electron without Ringside. */
export async function followSessionStart(
  app: App,
  wanted: boolean,
  isOurs: boolean,
  keep: (isOurs: boolean) => Promise<unknown>,
): Promise<void> {
  const start = sessionStarts[process.platform]?.({
    app,
    program: appImageOf(thisInstallation()) ?? process.execPath,
    configFolder: app.getPath('appData'),
  });
  if (buildType !== 'release' || !start || (!wanted && !isOurs)) return;
  // A system that refuses keeps what it has; the next start tries again.
  const isNow = await applySessionStart(wanted, isOurs, start).catch(() => isOurs);
  if (isNow !== isOurs) await keep(isNow);
}

/**
 * A path as a program of `Exec` (Desktop Entry Specification): quoted, with its special characters escaped, once as an argument
 * and once as a string of the file. A percent sign begins a field code.
 */
export function execOf(path: string): string {
  const argument = path.replace(/["`$\\]/g, '\\$&');
  return `"${argument}"`.replace(/\\/g, '\\\\').replace(/%/g, '%%');
}
