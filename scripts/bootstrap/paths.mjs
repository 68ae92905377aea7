import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname, so that a Node without it still prints the message about its version.
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const modules = join(root, 'node_modules');

/** Arguments that run electron-vite's build with Node. */
export const viteBuild = [
  join(modules, 'electron-vite', 'bin', 'electron-vite.js'),
  'build',
  `--config=${join('scripts', 'config', 'electron.vite.config.ts')}`,
];

/** Files that bootstrap makes for this clone; deleted with node_modules. */
export const workshop = join(modules, '.cache', 'ringside');

/** Large downloads, shared by all clones of a user. */
export function downloads() {
  const caches = {
    win32: process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
    darwin: join(homedir(), 'Library', 'Caches'),
  };
  const base = process.env.XDG_CACHE_HOME || (caches[process.platform] ?? join(homedir(), '.cache'));
  for (const folder of [join(base, 'ringside'), join(workshop, 'downloads')]) {
    try {
      mkdirSync(folder, { recursive: true });
      return folder;
    } catch {
      // The home folder is not writable, so the download stays in the clone.
    }
  }
  throw new Error(`Neither ${base} nor ${workshop} can be written to.`);
}
