import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export type UpdaterKind = 'nsis' | 'mac' | 'appImage';

/** Facts that show how this Ringside was installed. */
export interface Installation {
  platform: NodeJS.Platform;
  /** Path of the executable. */
  path: string;
  env: Readonly<Record<string, string | undefined>>;
  exists: (file: string) => boolean;
  /** `fs.realpathSync`: the path without links. */
  realPath: (path: string) => string;
  /** `app-update.yml` of the package, which electron-builder writes. */
  config: () => string;
}

/** The AppImage that an installation runs from; undefined when it runs from something else. */
export function appImageOf({
  platform,
  path,
  env: { APPIMAGE: file = '', APPDIR: mounted = '' },
  realPath,
}: Pick<Installation, 'platform' | 'path' | 'env' | 'realPath'>): string | undefined {
  // A line break would add lines to the file that starts Ringside with the session.
  if (platform !== 'linux' || !posix.isAbsolute(file) || !posix.isAbsolute(mounted) || /\p{Cc}/u.test(file))
    return undefined;
  try {
    // SECURITY: a program that is itself an AppImage, such as a softphone, passes on its own variables when it starts Ringside.
    return path.startsWith(posix.join(realPath(mounted), '/')) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Updater of an installation; undefined where something else updates it: a package manager (deb, rpm), software
 * distribution (MSI), or nobody (a folder).
 */
export function updaterFor(installation: Installation): UpdaterKind | undefined {
  const { platform, path, exists, config } = installation;
  switch (platform) {
    case 'win32':
      // NSIS puts its uninstaller beside the program; an MSI does not.
      if (!exists(join(dirname(path), 'Uninstall Ringside.exe'))) return undefined;
      // SECURITY: without a publisher name electron-updater skips the check of an installer's signature.
      return /^publisherName:/m.test(config()) ? 'nsis' : undefined;
    case 'darwin':
      return 'mac';
    default:
      return appImageOf(installation) === undefined ? undefined : 'appImage';
  }
}

/** The running installation. */
export const thisInstallation = (): Installation => ({
  platform: process.platform,
  path: process.execPath,
  env: process.env,
  exists: existsSync,
  realPath: (path) => realpathSync(path),
  config: () => readFileSync(join(process.resourcesPath, 'app-update.yml'), 'utf8'),
});
