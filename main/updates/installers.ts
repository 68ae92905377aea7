import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The version that is being left and the one before it. */
const kept = 2;

const named = /^(\d+\.\d+\.\d+(?:-[\w.-]+)?)\.(exe|AppImage)$/;

/** Installers of earlier versions, so that one that does not start can be undone without a network. */
export class Installers {
  constructor(private readonly folder: string) {}

  /** Keeps the installer of a version. One that cannot be kept is done without. */
  keep(version: string, file: string): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      copyFileSync(file, join(this.folder, `${version}${extname(file)}`));
      for (const { name } of this.#all().slice(kept)) rmSync(join(this.folder, name), { force: true });
    } catch {
      // A full disk: the update goes on.
    }
  }

  /** The newest one that is older than a version. */
  before(version: string): { version: string; file: string } | undefined {
    const found = this.#all().find((each) => older(each.version, version));
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
      .sort((a, b) => (older(a.version, b.version) ? 1 : -1));
  }
}

/** By Semantic Versioning, as far as our versions need it: a prerelease comes before its release. */
function older(a: string, b: string): boolean {
  const [first, second] = [parts(a), parts(b)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (first.numbers[index] ?? 0) - (second.numbers[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  if (!first.pre || !second.pre) return Boolean(first.pre) && !second.pre;
  return first.pre.localeCompare(second.pre, 'en', { numeric: true }) < 0;
}

function parts(version: string): { numbers: number[]; pre: string } {
  const [numbers = '', ...pre] = version.split('-');
  return { numbers: numbers.split('.').map(Number), pre: pre.join('-') };
}
