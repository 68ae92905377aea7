import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from '../platforms.mjs';
import { modules } from './paths.mjs';
import { standIn, standInFolder } from './stand-in-facts.mjs';

export const electronModule = join(modules, 'electron');

function read(path) {
  try {
    return readFileSync(path, 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

function found(kind, folder, version) {
  const path = join(folder, here.electron);
  return version && existsSync(path) ? { kind, path, version } : undefined;
}

function official() {
  // Electron's installer writes path.txt last.
  if (!existsSync(join(electronModule, 'path.txt'))) return undefined;
  const folder = join(electronModule, 'dist');
  const version = read(join(folder, 'version'));
  const asked = JSON.parse(readFileSync(join(electronModule, 'package.json'), 'utf8')).version;
  return version === asked ? found('official', folder, version) : undefined;
}

/** The Electron that all scripts use: a developer's own, the official one, or the stand-in. */
export function electronInUse() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own) return found('own', own, read(join(own, 'version')) ?? 'unknown');
  const standInVersion = read(join(standInFolder, 'version'));
  return (
    official() ??
    (standInVersion === standIn.electron ? found('stand-in', standInFolder, standInVersion) : undefined)
  );
}
