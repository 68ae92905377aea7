import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type PictureLimits, writeScreenshot } from './screenshot';

/** A window whose picture is the text `picture`. */
const window = {
  webContents: {
    invalidate: () => undefined,
    capturePage: async () => ({ toPNG: () => Buffer.from('picture') }),
  },
} as unknown as BrowserWindow;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-'));
  file = join(folder, 'picture.png');
});
afterEach(() => rm(folder, { recursive: true }));

/** Takes a picture as a package does on demo data. @returns the exit code, and what was printed */
async function take(path: string, limits: Partial<PictureLimits> = {}) {
  const said: string[] = [];
  const print = (line: string) => void said.push(line);
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((each) =>
    each.mockImplementation(print),
  );
  const code = await writeScreenshot(window, path, { isPackage: true, isDemo: true, ...limits });
  for (const spy of spies) spy.mockRestore();
  return { code, said: said.join('\n') };
}

it('a package writes a picture of demo data', async () => {
  expect((await take(file)).code).toBe(0);
  expect(await readFile(file, 'utf8')).toBe('picture');
});

it('a package writes no picture of a saved studio', async () => {
  const { code, said } = await take(file, { isDemo: false });
  expect(code).toBe(1);
  expect(said).toMatch('only demo data can be pictured; add --demo');
  expect(await readdir(folder)).toEqual([]);
});

it('a package replaces no file, and development does', async () => {
  await writeFile(file, 'a letter of the user');
  const { code, said } = await take(file);
  expect(code).toBe(1);
  expect(said).toMatch('picture.png exists already; choose another name');
  expect(await readFile(file, 'utf8')).toBe('a letter of the user');
  expect((await take(file, { isPackage: false, isDemo: false })).code).toBe(0);
  expect(await readFile(file, 'utf8')).toBe('picture');
});

// On Windows a link needs a right that users lack.
it.skipIf(process.platform === 'win32')('a package follows no link to a file that is not there', async () => {
  await symlink(join(folder, 'target'), file);
  expect((await take(file)).code).toBe(1);
  expect(await readdir(folder)).toEqual(['picture.png']);
});

it.each([
  '\\\\server\\share\\x.png',
  '//server/share/x.png',
  '\\\\?\\UNC\\server\\share\\x.png',
  '\\\\.\\UNC\\server\\share\\x.png',
  '\\x.png',
])('on Windows, a package refuses %j, which may be of the network', async (path) => {
  const { code, said } = await take(path, { platform: 'win32' });
  expect(code).toBe(1);
  expect(said).toMatch(/drive letter|for devices/);
});
