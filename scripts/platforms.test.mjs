import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { electronPath } from './electron-path.mjs';
import { endTree, here, platforms } from './platforms.mjs';

test.each([
  ['win32', 'x64', 'electron.exe', 'win-unpacked/Ringside.exe'],
  ['win32', 'arm64', 'electron.exe', 'win-arm64-unpacked/Ringside.exe'],
  ['darwin', 'x64', 'Electron.app/Contents/MacOS/Electron', 'mac/Ringside.app/Contents/MacOS/Ringside'],
  [
    'darwin',
    'arm64',
    'Electron.app/Contents/MacOS/Electron',
    'mac-arm64/Ringside.app/Contents/MacOS/Ringside',
  ],
  ['linux', 'x64', 'electron', 'linux-unpacked/ringside'],
  ['linux', 'arm64', 'electron', 'linux-arm64-unpacked/ringside'],
])('on %s %s, Electron is %s and a package %s', (name, arch, electron, app) => {
  const platform = platforms[name];
  expect(platform.electron).toBe(electron);
  expect(`${platform.unpacked(arch)}/${platform.app}`).toBe(app);
});

test('only Linux has a desktop and folders of its own for a test', () => {
  const names = Object.keys(platforms);
  expect(names.filter((name) => platforms[name].ownDesktop)).toEqual(['linux']);
  expect(names.filter((name) => platforms[name].ownFolders)).toEqual(['linux']);
});

test('on Windows a process tree ends by taskkill, with its descendants and by force', () => {
  expect(platforms.win32.endTree(42)).toEqual(['taskkill', '/pid', '42', '/t', '/f']);
});

test('the Electron of this machine has the name in the table', () => {
  expect(existsSync(electronPath())).toBe(true);
  expect(basename(electronPath())).toBe(basename(here.electron));
});

test('a process ends with its child', async () => {
  // The grandchild's standard output is inherited, so that the pipe closes only after both have ended.
  const child = `const { spawn } = require('node:child_process');
    const script = 'setInterval(() => {}, 1000); process.stdout.write("started")';
    spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'inherit', 'ignore'] });
    setInterval(() => {}, 1000);`;
  const started = spawn(process.execPath, ['-e', child], {
    detached: !here.endTree,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(started.stdout, 'data');
  const closed = once(started, 'close');
  endTree(started.pid);
  await closed;
  // Nothing is left to end.
  endTree(started.pid);
});
