import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder, or the file itself; relative, with forward slashes, sorted. */
export function filesUnder(base, name) {
  const stat = statSync(join(base, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [name];
  return readdirSync(join(base, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(base.length))
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .sort();
}

/** Hash of the content and names of files. A new modification time alone does not change it. */
export function contentFingerprint(base, names, counts = () => true) {
  const hash = createHash('sha256');
  for (const path of names.flatMap((name) => filesUnder(base, name)).filter(counts)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(base, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Hash of the names, sizes and times of files: fast for large output, and changed by any replacement. */
export function stateFingerprint(base, names, counts = () => true) {
  const hash = createHash('sha256');
  for (const path of names.flatMap((name) => filesUnder(base, name)).filter(counts)) {
    const { size, mtimeMs } = statSync(join(base, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}
