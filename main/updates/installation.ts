import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type UpdaterKind = 'nsis' | 'mac' | 'appImage';

/** Facts that show how this Ringside was installed. */
export interface Installation {
  platform: NodeJS.Platform;
  /** Path of the executable. */
  path: string;
  env: Readonly<Record<string, string | undefined>>;
  exists: (file: string) => boolean;
  /** `app-update.yml` of the package, which electron-builder writes. */
  config: () => string;
}

/**
 * Updater of an installation; undefined where something else updates it: a package manager (deb, rpm), software
 * distribution (MSI), or nobody (a folder).
 */
export function updaterFor({ platform, path, env, exists, config }: Installation): UpdaterKind | undefined {
  switch (platform) {
    case 'win32':
      // NSIS puts its uninstaller beside the program; an MSI does not.
      if (!exists(join(dirname(path), 'Uninstall Ringside.exe'))) return undefined;
      // SECURITY: without a publisher name electron-updater skips the check of an installer's signature.
      return /^publisherName:/m.test(config()) ? 'nsis' : undefined;
    case 'darwin':
      return 'mac';
    default:
      return env.APPIMAGE ? 'appImage' : undefined;
  }
}

/** The running installation. */
export const thisInstallation = (): Installation => ({
  platform: process.platform,
  path: process.execPath,
  env: process.env,
  exists: existsSync,
  config: () => readFileSync(join(process.resourcesPath, 'app-update.yml'), 'utf8'),
});
