import { readdirSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { renameOver } from '../replace-file';
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
  async keep(version: string, file: string): Promise<void> {
    const kept = join(this.folder, `${version}${extname(file)}`);
    const temporary = `${kept}.new`;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      // Renamed at the end, so that a partial installer never has the final name.
      await copyFile(file, temporary);
      await renameOver(temporary, kept);
      for (const { name } of this.#all().slice(maxInstallers))
        await rm(join(this.folder, name), { force: true });
    } catch {
      // For example a full disk: the update continues without a kept installer, and a part of it does not fill the disk.
      await rm(temporary, { force: true }).catch(() => undefined);
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
