import { readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { join } from 'node:path';
import type { About, Licence } from '../../preload/contract/calls';

/**
 * Versions, folder of the log, and licences of the bundled packages.
 * @param out folder of the build; each part lists the packages in it (`scripts/config/licences.ts`)
 */
export async function about(version: string, logs: string, out: string): Promise<About> {
  const parts = await Promise.all(
    ['main', 'renderer'].map((part) => readLicences(join(out, part, 'licences.json'))),
  );
  const { electron, chrome, node } = process.versions;
  return {
    versions: [
      ['Ringside', version],
      ['Electron', electron ?? ''],
      ['Chromium', chrome ?? ''],
      ['Node.js', node],
      [type(), `${release()} ${process.arch}`],
    ],
    logs,
    licences: parts.flat().sort((a, b) => a.name.localeCompare(b.name)),
  };
}

async function readLicences(file: string): Promise<Licence[]> {
  return JSON.parse(await readFile(file, 'utf8')) as Licence[];
}
