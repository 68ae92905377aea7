import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Installers } from './installers';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function kept(versions: string[]): Promise<Installers> {
  const installers = new Installers(join(folder, 'installers'));
  for (const version of versions) {
    const file = join(folder, 'Ringside.AppImage');
    writeFileSync(file, version);
    await installers.keep(version, file);
  }
  return installers;
}

it('returns the newest older version', async () => {
  const installers = await kept(['1.9.0', '1.10.0']);
  const found = installers.before('1.10.1');
  expect(found?.version).toBe('1.10.0');
  expect(readFileSync(found?.file ?? '', 'utf8')).toBe('1.10.0');
  expect(installers.before('1.10.0')?.version).toBe('1.9.0');
  expect(installers.before('1.9.0')).toBeUndefined();
});

it('orders a prerelease before its release and after the previous release', async () => {
  const installers = await kept(['1.1.0', '1.2.0-beta.2']);
  expect(installers.before('1.2.0')?.version).toBe('1.2.0-beta.2');
  expect(installers.before('1.2.0-beta.10')?.version).toBe('1.2.0-beta.2');
  expect(installers.before('1.2.0-beta.1')?.version).toBe('1.1.0');
});

it('keeps two installers and no other files', async () => {
  await kept(['1.0.0', '1.1.0', '1.2.0']);
  expect(
    ['1.0.0', '1.1.0', '1.2.0'].map((each) => existsSync(join(folder, 'installers', `${each}.AppImage`))),
  ).toEqual([false, true, true]);
  writeFileSync(join(folder, 'installers', 'evil.sh'), '');
  expect(new Installers(join(folder, 'installers')).before('9.0.0')?.version).toBe('1.2.0');
});

it('returns nothing when nothing was kept', () => {
  expect(new Installers(join(folder, 'none')).before('1.0.0')).toBeUndefined();
});
