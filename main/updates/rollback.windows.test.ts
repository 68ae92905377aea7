import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NsisUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printArguments, readArguments, tools } from '../../scripts/windows/windows-tools';
import { refusedArguments } from '../launch-check';
import { Installers } from './installers';
import { restoreVersion } from './rollback';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'Jörgs Ordner & mehr '));
  process.env.ARGUMENTS_FILE = join(folder, 'arguments');
});
afterEach(async () => {
  delete process.env.ARGUMENTS_FILE;
  // A program that has just ended may keep its file for a moment.
  await rm(folder, { recursive: true, maxRetries: 20 });
});

/** The arguments that a started program has got, as soon as it has written all of them. */
async function arrived(count: number): Promise<string[]> {
  for (;;) {
    const args = (await readdir(folder)).includes('arguments')
      ? await readArguments(join(folder, 'arguments')).catch(() => [])
      : [];
    if (args.length === count) return args;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A program in the place of the installer, which writes what it gets. */
async function installer(): Promise<string> {
  const path = join(folder, 'Ringside-1.0.0-x64.exe');
  await copyFile(printArguments(), path);
  return path;
}

describe.skipIf(!tools)('the installer gets its arguments', () => {
  it('from the return to the previous version: silent, and starts Ringside', async () => {
    const installers = new Installers(join(folder, 'installers'));
    await installers.keep('1.0.0', await installer());
    const kept = installers.before('1.1.0');
    await restoreVersion('nsis', kept?.file ?? '', undefined);
    expect(await arrived(2)).toEqual(['/S', '--force-run']);
  });

  it('from electron-updater: updated, silent, and starts Ringside', async () => {
    const app = {
      version: '1.0.0',
      name: 'Ringside',
      isPackaged: true,
      appUpdateConfigPath: join(folder, 'app-update.yml'),
      userDataPath: folder,
      baseCachePath: folder,
      whenReady: async () => undefined,
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit: () => undefined,
    };
    class Updater extends NsisUpdater {
      constructor(private readonly file: string) {
        super({ provider: 'generic', url: 'https://updates.invalid/' }, app);
        this.logger = null;
      }
      protected override get installerPath() {
        return this.file;
      }
      start() {
        return this.doInstall({ isSilent: true, isForceRunAfter: true, isAdminRightsRequired: false });
      }
    }
    expect(new Updater(await installer()).start()).toBe(true);
    expect(await arrived(3)).toEqual(['--updated', '/S', '--force-run']);
  });
});

it('the new version may start as the installer starts it', () => {
  expect(refusedArguments({ args: ['--updated'], variables: [], platform: 'win32' }, false)).toEqual([]);
});

it('an installer that is gone or no program is an error, and ends nothing', async () => {
  await expect(restoreVersion('nsis', join(folder, 'gone.exe'), undefined)).rejects.toThrow('ENOENT');
  await mkdir(join(folder, 'installers'));
  const file = join(folder, 'installers', '1.0.0.exe');
  await writeFile(file, 'no program');
  await expect(restoreVersion('nsis', file, undefined)).rejects.toThrow();
});
