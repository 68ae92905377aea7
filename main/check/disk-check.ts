import { statfs } from 'node:fs/promises';
import type { Finding } from './findings';
import { whyUnwritable } from './folder-probe';

/** Free megabytes below which the settings and the log may not be saved, and below which an update may not be stored. */
const fullMegabytes = 50;
const lowMegabytes = 500;

/** Whether the user data folder can be written, and how much space its disk has for this user. */
export async function checkDisk(
  folder: string,
  freeBytes: (folder: string) => Promise<number> = freeOf,
): Promise<Finding[]> {
  const error = await whyUnwritable(folder);
  if (error !== undefined) return [{ code: 'diskUnwritable', facts: { folder, error } }];
  const megabytes = Math.floor((await freeBytes(folder)) / 1_000_000);
  const code = megabytes < fullMegabytes ? 'diskFull' : megabytes < lowMegabytes ? 'diskLow' : 'diskFree';
  return [{ code, facts: { megabytes, folder } }];
}

async function freeOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
