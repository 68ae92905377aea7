import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isOlder } from './version';

/** Number of installers that are kept: the current version's and the previous one's. */
const maxInstallers = 2;

const named = /^(\d+\.\d+\.\d+(?:-[\w.-]+)?)\.(exe|AppImage)$/;

/**
 * Installers of earlier versions on disk, so that a version that does not start can be replaced without a network.
 */
export class Installers {
  constructor(private readonly folder: string) {}

  /** Keeps the installer of a version. A failure is ignored. */
  keep(version: string, file: string): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      const kept = join(this.folder, `${version}${extname(file)}`);
      // Renamed at the end, so that a partial installer never has the final name.
      copyFileSync(file, `${kept}.new`);
      renameSync(`${kept}.new`, kept);
      for (const { name } of this.#all().slice(maxInstallers))
        rmSync(join(this.folder, name), { force: true });
    } catch {
      // For example a full disk: the update continues without a kept installer.
    }
  }

  /** Newest installer that is older than a version. */
  before(version: string): { version: string; file: string } | undefined {
    const found = this.#all().find((each) => isOlder(each.version, version));
    return found && { version: found.version, file: join(this.folder, found.name) };
  }

  /** Kept versions, the newest first. */
  #all(): { version: string; name: string }[] {
    let names: string[] = [];
    try {
      names = readdirSync(this.folder);
    } catch {
      // The folder does not exist before the first installer is kept.
    }
    return names
      .flatMap((name) => {
        const [, version] = named.exec(name) ?? [];
        return version ? [{ version, name }] : [];
      })
      .sort((a, b) => (isOlder(a.version, b.version) ? 1 : -1));
  }
}
