import { readFileSync } from 'node:fs';

/**
 * The names of the variables this process was started with. Electron takes NODE_OPTIONS away from a package before any
 * code of ours runs (fuse `enableNodeOptionsEnvironmentVariable`); only Linux still tells that it was there.
 */
export function startedWith(platform: NodeJS.Platform = process.platform): string[] {
  const names = Object.keys(process.env);
  if (platform !== 'linux') return names;
  const original = readFileSync('/proc/self/environ', 'utf8').split('\0');
  return [...names, ...original.map((line) => line.split('=', 1)[0] ?? '')];
}
