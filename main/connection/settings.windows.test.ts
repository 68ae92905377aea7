import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../preload/contract/problem';
import { type Held, hold, tools } from '../../scripts/windows/windows-tools';
import { SettingsFile } from './settings';

/** Time that a first try gets, in milliseconds. A slow machine makes the test easier, and never wrong. */
const firstTryMs = 50;

let folder: string;
let path: string;
let held: Held | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-'));
  path = join(folder, 'settings.json');
});
afterEach(async () => {
  await held?.release();
  held = undefined;
  await chmod(path, 0o600).catch(() => undefined);
  await rm(folder, { recursive: true });
});

const studios = [{ address: 'https://a.example', id: '1', name: 'Fit Köln' }];
const onDisk = async () => JSON.parse(await readFile(path, 'utf8'));

describe('settings are saved and read', () => {
  it.each([
    ['with umlauts and spaces', () => join(folder, 'Jörg Müßig', 'Ringside für Köln')],
    ['with other alphabets', () => join(folder, 'Łukasz 日本 Ελλάδα')],
    ['of more than 260 characters', () => join(folder, ...Array.from({ length: 8 }, () => 'x'.repeat(60)))],
    ['with a percent sign, an ampersand and brackets', () => join(folder, '100 % & (mehr) [x]')],
  ])('in a folder %s', async (_, place) => {
    const file = join(place(), 'settings.json');
    await mkdir(place(), { recursive: true });
    expect(await new SettingsFile(file).write({ studios })).toEqual(succeed(undefined));
    expect((await new SettingsFile(file).read()).settings.studios).toEqual(studios);
    expect(await readdir(place())).toEqual(['settings.json']);
  });

  it('in the application data of the user', async () => {
    const { APPDATA } = process.env;
    expect(APPDATA).toMatch(/^C:\\.*\\AppData\\Roaming$/i);
    const data = await mkdtemp(join(APPDATA ?? '', 'Ringside test '));
    try {
      const file = join(data, 'settings.json');
      expect(await new SettingsFile(file).write({ studios })).toEqual(succeed(undefined));
      expect((await new SettingsFile(file.toUpperCase()).read()).settings.studios).toEqual(studios);
    } finally {
      await rm(data, { recursive: true });
    }
  });

  it('whatever case the path has, and over the file that is there', async () => {
    await new SettingsFile(path).write({ studios });
    const other = new SettingsFile(join(folder, 'SETTINGS.JSON'));
    expect(await other.write({ language: 'de' })).toEqual(succeed(undefined));
    expect(await onDisk()).toEqual({ version: 2, studios, language: 'de' });
    expect((await readdir(folder)).length).toBe(1);
  });

  it('with the line ends of Windows and a byte order mark, as Notepad saves them', async () => {
    const text = JSON.stringify({ version: 2, studios }, null, 2).replaceAll('\n', '\r\n');
    await writeFile(path, `\ufeff${text}`);
    const { settings, problem } = await new SettingsFile(path).read();
    expect([settings.studios, problem]).toEqual([studios, undefined]);
  });
});

it('a read-only file is replaced whole, as Wine does, or stays with a clear error, as Windows does', async () => {
  await new SettingsFile(path).write({ studios });
  // The read-only attribute.
  await chmod(path, 0o400);
  const outcome = await new SettingsFile(path).write({ language: 'de' });
  const refused = { kind: 'settingsUnwritable', detail: expect.stringMatching(/^E(PERM|ACCES)$/) };
  if (!outcome.ok) expect(outcome.problem).toEqual(refused);
  expect(await onDisk()).toEqual({ version: 2, studios, ...(outcome.ok && { language: 'de' }) });
  expect(await readdir(folder)).toEqual(['settings.json']);
});

describe.skipIf(!tools)('a file that another program has open', () => {
  it('is replaced as soon as the program closes it', async () => {
    await new SettingsFile(path).write({ studios });
    held = await hold(path, 'rw');
    const writing = new SettingsFile(path).write({ language: 'de' });
    // The new file is there when the first try to replace the old one is due.
    while (!(await readdir(folder)).some((name) => name.endsWith('.new'))) await setImmediate();
    await setTimeout(firstTryMs);
    await held.release();
    expect(await writing).toEqual(succeed(undefined));
    expect(await onDisk()).toEqual({ version: 2, studios, language: 'de' });
  });

  it('stays as it was while the program keeps it, with a clear error and nothing left beside it', async () => {
    await new SettingsFile(path).write({ studios });
    held = await hold(path, 'rw');
    const outcome = await new SettingsFile(path).write({ language: 'de' });
    expect(outcome).toEqual(
      fail({ kind: 'settingsUnwritable', detail: expect.stringMatching(/^E(PERM|ACCES|BUSY)$/) }),
    );
    expect(await readdir(folder)).toEqual(['settings.json']);
    await held.release();
    expect(await onDisk()).toEqual({ version: 2, studios });
  });

  it('is not taken for a broken one: its studios are not lost', async () => {
    await new SettingsFile(path).write({ studios });
    // Nobody else may read it, and anybody may rename it.
    held = await hold(path, 'd');
    const file = new SettingsFile(path);
    expect(await file.read()).toMatchObject({ problem: { kind: 'settingsUnreadable', detail: 'EBUSY' } });
    expect(await file.write({ language: 'de' })).toEqual(
      fail({ kind: 'settingsUnwritable', detail: 'EBUSY' }),
    );
    await held.release();
    expect(await file.write({ language: 'de' })).toEqual(succeed(undefined));
    expect(await onDisk()).toEqual({ version: 2, studios, language: 'de' });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('is read as soon as the program closes it', async () => {
    await new SettingsFile(path).write({ studios });
    held = await hold(path, '');
    const reading = new SettingsFile(path).read();
    await held.release();
    expect((await reading).settings.studios).toEqual(studios);
  });
});
