import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileBytes, logName, olderFiles } from '../log/log';
import { codeOf, unlessAbsent } from '../replace-file';
import type { Finding } from './findings';
import { whyUnwritable } from './folder-probe';

/** Size of all files above which the log is not rotated as it should be, in bytes. */
const maxBytes = (olderFiles + 2) * fileBytes;

/** Whether the log can be written, and its size. */
export async function checkLog(folder: string): Promise<Finding[]> {
  const error = (await whyUnwritable(folder)) ?? (await whyNotAppended(join(folder, logName(0))));
  if (error !== undefined) return [{ code: 'logUnwritable', facts: { folder, error } }];
  const names = (await readdir(folder)).filter((name) => name.startsWith('ringside.'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const code = bytes > maxBytes ? 'logLarge' : 'logWritable';
  return [{ code, facts: { kilobytes: Math.ceil(bytes / 1000), folder } }];
}

/** Why the current file cannot be written; no file is as good as one, because the log makes it. */
async function whyNotAppended(file: string): Promise<string | undefined> {
  try {
    await (await unlessAbsent(open(file, 'r+')))?.close();
    return undefined;
  } catch (error) {
    return codeOf(error) ?? 'unknown';
  }
}
