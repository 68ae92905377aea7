import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './bootstrap/paths.mjs';
import { nodeApiHeaders, nodeForWindows } from './windows/pinned-packages.mjs';
import { readResults } from './windows/results.mjs';
import { filesOf, notBundled, platformDependent, testFiles } from './windows/test-files.mjs';
import { skipWindows } from './windows.mjs';
import { windowsIn } from './wine.mjs';

describe('the Windows tests', () => {
  const debian = { platform: 'linux', arch: 'x64', isDebian: true, isRoot: true, has: () => false };

  it.each([
    [{ isRoot: false }, 'sudo apt-get install wine64'],
    [{ isDebian: false }, 'Wine 8'],
    [{ arch: 'arm64' }, 'Linux x64'],
    [{ platform: 'darwin' }, 'Linux x64'],
    [{ platform: 'win32' }, 'in CI only'],
  ])('are skipped with a reason: %j', (machine, reason) => {
    expect(skipWindows({ ...debian, ...machine })).toContain(reason);
  });

  it('are those for Windows, and unit tests of what depends on the platform', () => {
    const files = filesOf(root, 'main');
    const usual = testFiles(files, {});
    expect(usual).toContain('main/policy/registry.windows.test.ts');
    expect(usual).toContain('main/connection/settings.test.ts');
    expect(usual).not.toContain('main/api/quota.test.ts');
    expect(testFiles(files, { all: true })).toContain('main/api/quota.test.ts');
    expect(testFiles(files, { words: ['registry'] })).toEqual(['main/policy/registry.windows.test.ts']);
    for (const start of platformDependent)
      expect(
        files.some((file) => file.startsWith(start)),
        start,
      ).toBe(true);
    for (const file of notBundled) expect(existsSync(join(root, file)), file).toBe(true);
  });

  it('take packages whose archives are pinned', () => {
    for (const { version, integrity, file } of [nodeForWindows, nodeApiHeaders]) {
      expect(integrity).toMatch(/^sha512-[A-Za-z\d+/]{86}==$/);
      expect(file).toContain(version);
    }
  });

  it('are named as Windows names them', () => {
    const { driveC, path } = windowsIn('/tmp/own');
    expect(path('/tmp/a b/tests')).toBe('Z:\\tmp\\a b\\tests');
    expect(path(`${driveC}/users/Ann`)).toBe('C:\\users\\Ann');
  });
});

describe('their results', () => {
  const line = (result) => `${JSON.stringify(result)}\n`;
  const file = 'main/a.test.ts';

  it('are counted, and a failure has its line and its reason', () => {
    const error = { message: 'expected 1 to be 2\nmore', stack: 'Error\n at Z:\\work\\main\\a.test.ts:7:3' };
    const text =
      line({ file, title: 'passes', state: 'pass' }) +
      line({ file, title: 'fails', state: 'fail', error }) +
      line({ file, title: 'is skipped', state: 'skip' }) +
      line({ file, ms: 5 });
    expect(readResults(text, [file])).toMatchObject({
      count: { passed: 1, failed: 1, skipped: 1 },
      failures: [{ title: 'fails', place: 'main/a.test.ts:7', reason: 'expected 1 to be 2' }],
    });
  });

  it('fail for a file that a crash has cut off', () => {
    const text = `${line({ file, title: 'passes', state: 'pass' })}{"file":"main/a.te`;
    const { count, failures } = readResults(text, [file, 'main/b.test.ts']);
    expect(count).toEqual({ passed: 1, failed: 2, skipped: 0 });
    expect(failures.map(({ place }) => place)).toEqual([file, 'main/b.test.ts']);
  });
});
