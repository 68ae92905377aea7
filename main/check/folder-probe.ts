import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lazyBuiltins } from '../lazy-builtins';
import { codeOf } from '../replace-file';

/** Writes, reads and removes a file in a folder. @returns the system's code of what failed, such as `EACCES` */
export async function whyUnwritable(folder: string): Promise<string | undefined> {
  const id = lazyBuiltins.crypto().randomUUID();
  const file = join(folder, `check-${id}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    try {
      await writeFile(file, id, { mode: 0o600, flag: 'wx' });
      return (await readFile(file, 'utf8')) === id ? undefined : 'other content';
    } finally {
      await rm(file, { force: true });
    }
  } catch (error) {
    return codeOf(error) ?? 'unknown';
  }
}
