import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules, root } from '../bootstrap/paths.mjs';
import { packagesFor, packageTypes } from './package-types.mjs';

const { Arch, getArtifactArchName } = createRequire(join(modules, 'electron-builder', 'cli.js'))(
  'builder-util',
);

const place = {
  file: 'PACKAGE',
  folder: '/tmp/started',
  env: { LOCALAPPDATA: 'C:\\Users\\Jörg\\AppData\\Local', ProgramFiles: 'C:\\Program Files' },
};

test('every package that electron-builder.yml makes is started', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const targets = [...config.matchAll(/\{ target: (\w+), arch:/g)].map(([, target]) => target);
  expect(Object.keys(packageTypes).sort()).toEqual(targets.sort());
});

test('the names of the architectures are those of electron-builder', () => {
  for (const { extension, archs } of Object.values(packageTypes))
    for (const [arch, name] of Object.entries(archs)) {
      const expected = name === 'universal' ? name : getArtifactArchName(Arch[arch], extension);
      expect([extension, name]).toEqual([extension, expected]);
    }
});

test.each([
  ['win32', 'x64', ['nsis: Ringside-1.2.0-x64.exe', 'msi: Ringside-1.2.0-x64.msi']],
  ['win32', 'arm64', ['nsis: Ringside-1.2.0-arm64.exe', 'msi: Ringside-1.2.0-arm64.msi']],
  ['darwin', 'arm64', ['dmg: Ringside-1.2.0-universal.dmg', 'zip: Ringside-1.2.0-universal.zip']],
  [
    'linux',
    'x64',
    [
      'deb: Ringside-1.2.0-amd64.deb',
      'rpm: Ringside-1.2.0-x86_64.rpm',
      'AppImage: Ringside-1.2.0-x86_64.AppImage',
    ],
  ],
  ['linux', 'riscv64', []],
])('on %s %s these are started: %j', (platform, arch, files) => {
  expect(packagesFor(platform, arch, '1.2.0').map(([name, file]) => `${name}: ${file}`)).toEqual(files);
});

test.each([
  [
    'nsis',
    [['PACKAGE', '/S']],
    'C:\\Users\\Jörg\\AppData\\Local\\Programs\\ringside\\Ringside.exe',
    [['C:\\Users\\Jörg\\AppData\\Local\\Programs\\ringside\\Uninstall Ringside.exe', '/S']],
  ],
  [
    'msi',
    [['msiexec', '/i', 'PACKAGE', '/qn', '/norestart']],
    'C:\\Program Files\\Ringside\\Ringside.exe',
    [['msiexec', '/x', 'PACKAGE', '/qn', '/norestart']],
  ],
  [
    'dmg',
    [
      ['hdiutil', 'attach', '-nobrowse', '-readonly', '-mountpoint', '/tmp/started/mounted', 'PACKAGE'],
      ['ditto', '/tmp/started/mounted/Ringside.app', '/tmp/started/Ringside.app'],
      ['hdiutil', 'detach', '/tmp/started/mounted'],
    ],
    '/tmp/started/Ringside.app/Contents/MacOS/Ringside',
    [['rm', '-rf', '/tmp/started/Ringside.app']],
  ],
  [
    'zip',
    [['ditto', '-x', '-k', 'PACKAGE', '/tmp/started']],
    '/tmp/started/Ringside.app/Contents/MacOS/Ringside',
    [['rm', '-rf', '/tmp/started/Ringside.app']],
  ],
  [
    'deb',
    [['apt-get', 'install', '--yes', '--no-install-recommends', 'PACKAGE']],
    '/opt/Ringside/ringside',
    [['apt-get', 'remove', '--yes', 'ringside']],
  ],
  [
    'rpm',
    [['rpm', '--install', '--nodeps', 'PACKAGE']],
    '/opt/Ringside/ringside',
    [['rpm', '--erase', 'ringside']],
  ],
  [
    'AppImage',
    [['install', '--mode=755', 'PACKAGE', '/tmp/started/Ringside.AppImage']],
    '/tmp/started/Ringside.AppImage',
    [['rm', '/tmp/started/Ringside.AppImage']],
  ],
])('%s is installed, found and removed', (name, install, program, uninstall) => {
  const type = packageTypes[name];
  expect(type.install(place)).toEqual(install);
  expect(type.program(place)).toBe(program);
  expect(type.uninstall(place)).toEqual(uninstall);
});
