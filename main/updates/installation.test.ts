import { expect, it } from 'vitest';
import { appImageOf, updaterFor } from './installation';

/** What the runtime of another AppImage has set. */
const softphone = { APPIMAGE: '/home/a/Softphone.AppImage', APPDIR: '/tmp/.mount_Softph' };
const uninstaller = 'Uninstall Ringside.exe';

it.each([
  ['win32', 'NSIS with a publisher', [uninstaller], {}, 'publisherName: Ringside', 'nsis'],
  ['win32', 'NSIS without one', [uninstaller], {}, 'provider: generic', undefined],
  ['win32', 'MSI', [], {}, 'publisherName: Ringside', undefined],
  ['darwin', 'dmg', [], {}, '', 'mac'],
  [
    'linux',
    'AppImage',
    [],
    { APPIMAGE: '/home/a/Ringside.AppImage', APPDIR: '/opt/Ringside' },
    '',
    'appImage',
  ],
  ['linux', 'deb, started by an AppImage', [], softphone, '', undefined],
  ['linux', 'deb or rpm', [], {}, '', undefined],
] as const)('on %s an installation by %s', (platform, _, files, env, config, expected) => {
  const exists = (file: string) => files.some((name) => file.endsWith(name));
  const installation = {
    platform,
    path: '/opt/Ringside/ringside',
    env,
    exists,
    realPath,
    config: () => config,
  };
  expect(updaterFor(installation)).toBe(expected);
});

const mounted = '/tmp/.mount_Ringsi';
it.each([
  ['its own', '/home/a/R.AppImage', mounted, '/home/a/R.AppImage'],
  ['its own, mounted behind a link', '/home/a/R.AppImage', '/link/.mount_Ringsi', '/home/a/R.AppImage'],
  ["another program's", '/home/a/Softphone.AppImage', '/tmp/.mount_Softph', undefined],
  ['one mounted beside it', '/home/a/Softphone.AppImage', '/tmp/.mount_Ring', undefined],
  ['one without a folder', '/home/a/R.AppImage', undefined, undefined],
  ['one in a folder that is gone', '/home/a/R.AppImage', '/gone', undefined],
  ['one with a line break', '/home/a/R\nExec=other', mounted, undefined],
  ['a relative one', 'R.AppImage', mounted, undefined],
] as const)('of the AppImages that the environment names, it takes %s: %j', (_, file, folder, expected) => {
  const env = { APPIMAGE: file, APPDIR: folder };
  expect(appImageOf({ platform: 'linux', path: `${mounted}/ringside`, env, realPath })).toBe(expected);
});

function realPath(path: string): string {
  if (path === '/gone') throw new Error('ENOENT');
  return path.replace(/^\/link/, '/tmp');
}
