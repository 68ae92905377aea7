import { copyFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Number of tries to use a file, and the pause between them in milliseconds. Windows refuses a file that another program has
 * open: a virus scanner or a backup for a moment, a desk that reads it, an editor until it is closed.
 */
const maxTries = 10;
const pauseMs = 200;

/** Code of a file that another program has open (ERROR_SHARING_VIOLATION). */
export const heldCode = 'EBUSY';

/** Codes of a rename that may succeed later: one of the two files is open (ERROR_ACCESS_DENIED for the one to replace). */
const passingCodes = [heldCode, 'EPERM', 'EACCES'];

/** Repeats work with a file while another program has it open. @throws the error of the last try */
export async function whileHeld<T>(
  work: () => Promise<T>,
  codes: readonly string[] = [heldCode],
): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work();
    } catch (error) {
      if (tries === maxTries || !codes.includes(codeOf(error) ?? '')) throw error;
      await setTimeout(pauseMs);
    }
}

/** Renames a file, which may replace another one. @throws the error of the last try */
export function renameOver(from: string, to: string): Promise<void> {
  return whileHeld(() => rename(from, to), passingCodes);
}

/** Name under which this process writes the next content of a file: two processes must not use the same one. */
const temporaryOf = (path: string, pid: number | string = process.pid): string => `${path}.${pid}.new`;

/**
 * Replaces a file, so that a crash or a full disk leaves either the old or the new one: the text is on the disk under another
 * name before it takes the place of the old file. After an error, nothing is left under that name; what a crash has left there
 * is removed the next time.
 *
 * @param options `keepAs`: name under which the old file stays
 * @throws the error of the file system, with its code; the old file is then unchanged
 */
export async function replaceFile(
  path: string,
  text: string,
  { mode, keepAs }: { mode: number; keepAs?: string | undefined },
): Promise<void> {
  const temporary = temporaryOf(path);
  await removeLeftovers(path).catch(() => undefined);
  try {
    await writeFile(temporary, text, { mode, flush: true });
    // A copy, so that the file is never missing.
    if (keepAs !== undefined) await whileHeld(() => copyFile(path, keepAs));
    await renameOver(temporary, path);
  } catch (error) {
    for (const file of [temporary, keepAs]) if (file) await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Removes what processes that have ended left beside a file. */
async function removeLeftovers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const [, pid] = /\.(\d+)\.new$/.exec(name) ?? [];
    if (pid === undefined || name !== basename(temporaryOf(path, pid)) || isRunning(Number(pid))) continue;
    await rm(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user.
    return codeOf(error) === 'EPERM';
  }
}

/** Code of an error of Node, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** What reading a file resolves to; undefined where there is no file. @throws any other error */
export async function unlessAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
