import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail } from '../../preload/contract/problem';
import { SettingsFile } from './settings';

let folder: string;
let file: SettingsFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-settings-'));
  file = new SettingsFile(join(folder, 'settings.json'), () => 7);
});
afterEach(() => rm(folder, { recursive: true }));

const onDisk = () => readFile(join(folder, 'settings.json'), 'utf8');

it('a missing file is a first start without a problem', async () => {
  expect(await file.read()).toEqual({ settings: { version: 2 } });
});

it.each([
  ['truncated', '{"version":1,"addr', 'settingsUnreadable'],
  ['empty', '', 'settingsUnreadable'],
  ['another shape', '[]', 'settingsUnreadable'],
  ['from a newer version', '{"version":3,"studios":{}}', 'settingsNewer'],
])('a file that is %s is told, and kept when the next one is saved', async (_, text, kind) => {
  await writeFile(join(folder, 'settings.json'), text);
  expect(await file.read()).toMatchObject({ settings: { version: 2 }, problem: { kind } });
  expect((await file.write({ addresses: ['https://a.example'] })).ok).toBe(true);
  expect(await readFile(join(folder, 'settings.json.kept-7'), 'utf8')).toBe(text);
  expect(JSON.parse(await onDisk())).toEqual({ version: 2, addresses: ['https://a.example'] });
});

it('an invalid share falls back to the default, and nothing else is lost', async () => {
  await writeFile(
    join(folder, 'settings.json'),
    '{"version":1,"address":"https://a.example","requestsPerMinute":0}',
  );
  const { settings, problem } = await file.read();
  expect([settings.addresses, settings.requestsPerMinute, problem]).toEqual([
    ['https://a.example'],
    undefined,
    undefined,
  ]);
});

it.skipIf(process.platform !== 'linux')('a full disk is reported, and the old file stays', async () => {
  await file.write({ addresses: ['https://a.example'] });
  const before = await onDisk();
  await symlink('/dev/full', join(folder, `settings.json.${process.pid}.new`));
  expect(await file.write({ addresses: ['https://b.example'] })).toEqual(
    fail({ kind: 'settingsUnwritable', detail: 'ENOSPC' }),
  );
  expect(await onDisk()).toBe(before);
  expect(await readdir(folder)).not.toContain('settings.json.kept-7');
});

it('a studio that cannot be read is dropped, and the others stay', async () => {
  const studio = { address: 'https://a.example', id: '1', name: 'Munich' };
  const text = JSON.stringify({ version: 2, studios: [studio, { id: 7 }, null] });
  await writeFile(join(folder, 'settings.json'), text);
  expect((await file.read()).settings.studios).toEqual([studio]);
});
