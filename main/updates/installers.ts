import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isOlder } from './version';

/** The version that is being left and the one before it. */
const most = 2;

const named = /^(\d+\.\d+\.\d+(?:-[\w.-]+)?)\.(exe|AppImage)$/;

/** Installers of earlier versions, so that one that does not start can be undone without a network. */
export class Installers {
  constructor(private readonly folder: string) {}

  /** Keeps the installer of a version. One that cannot be kept is done without. */
  keep(version: string, file: string): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      const kept = join(this.folder, `${version}${extname(file)}`);
      // In one step: half an installer is none.
      copyFileSync(file, `${kept}.new`);
      renameSync(`${kept}.new`, kept);
      for (const { name } of this.#all().slice(most)) rmSync(join(this.folder, name), { force: true });
    } catch {
      // A full disk: the update goes on.
    }
  }

  /** The newest one that is older than a version. */
  before(version: string): { version: string; file: string } | undefined {
    const found = this.#all().find((each) => isOlder(each.version, version));
    return found && { version: found.version, file: join(this.folder, found.name) };
  }

  /** Newest first. */
  #all(): { version: string; name: string }[] {
    let names: string[] = [];
    try {
      names = readdirSync(this.folder);
    } catch {
      // Nothing was ever kept.
    }
    return names
      .flatMap((name) => {
        const [, version] = named.exec(name) ?? [];
        return version ? [{ version, name }] : [];
      })
      .sort((a, b) => (isOlder(a.version, b.version) ? 1 : -1));
  }
}
