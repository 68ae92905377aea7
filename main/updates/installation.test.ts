import { expect, it } from 'vitest';
import { updaterFor } from './installation';

const uninstaller = 'Uninstall Ringside.exe';

it.each([
  ['win32', 'NSIS with a publisher', [uninstaller], {}, 'publisherName: Ringside', 'nsis'],
  ['win32', 'NSIS without one', [uninstaller], {}, 'provider: generic', undefined],
  ['win32', 'MSI', [], {}, 'publisherName: Ringside', undefined],
  ['darwin', 'dmg', [], {}, '', 'mac'],
  ['linux', 'AppImage', [], { APPIMAGE: '/home/a/Ringside.AppImage' }, '', 'appImage'],
  ['linux', 'deb or rpm', [], {}, '', undefined],
] as const)('on %s an installation by %s', (platform, _, files, env, config, expected) => {
  const exists = (file: string) => files.some((name) => file.endsWith(name));
  expect(updaterFor({ platform, path: '/opt/Ringside/ringside', env, exists, config: () => config })).toBe(
    expected,
  );
});
