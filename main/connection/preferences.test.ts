import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '../../preload/contract/preferences';
import { PreferencesService } from './preferences';
import { SettingsFile } from './settings';

let folder: string;
let file: string;
let applied: Preferences[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-preferences-'));
  file = join(folder, 'settings.json');
  applied = [];
});
afterEach(() => rm(folder, { recursive: true }));

const service = (saved: object, policy: object = {}) =>
  new PreferencesService(new SettingsFile(file), saved, policy, (now) => applied.push(now));

it('starts with the defaults and the saved values', () => {
  expect(service({}).current()).toEqual({ preferences: defaultPreferences, locked: [] });
  const { preferences } = service({ theme: 'dark', zoom: undefined, address: 'x' }).current();
  expect(preferences).toEqual({ ...defaultPreferences, theme: 'dark' });
  expect(applied.at(-1)?.theme).toBe('dark');
});

it('saves and applies quick successive changes', async () => {
  const preferences = service({});
  const changes = [{ zoom: 110 }, { zoom: 125 }, { theme: 'light' }] as const;
  await Promise.all(changes.map((change) => preferences.change(change)));
  expect(applied.at(-1)).toMatchObject({ zoom: 125, theme: 'light' });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ zoom: 125, theme: 'light' });
});

it('lets a policy override saved values, reports them as locked, and neither changes nor saves them', async () => {
  const preferences = service({ idleMinutes: 60 }, { idleMinutes: 3, requestsPerMinute: 100 });
  expect(preferences.current().preferences.idleMinutes).toBe(3);
  expect(preferences.current().locked).toEqual(['idleMinutes']);
  const outcome = await preferences.change({ idleMinutes: 0, theme: 'dark' });
  expect(outcome).toMatchObject({ ok: true, value: { preferences: { idleMinutes: 3, theme: 'dark' } } });
  expect(JSON.parse(await readFile(file, 'utf8'))).not.toHaveProperty('idleMinutes');
});

it('a change is in force while it is being saved', async () => {
  const preferences = service({});
  const saved = preferences.change({ language: 'de' });
  expect(preferences.current().preferences.language).toBe('de');
  await saved;
  expect(preferences.current().preferences.language).toBe('de');
});

it('takes back what could not be saved', async () => {
  const preferences = new PreferencesService(
    new SettingsFile(join(folder, '\0', 'settings.json')),
    {},
    {},
    (now) => applied.push(now),
  );
  expect(await preferences.change({ theme: 'dark' })).toMatchObject({
    ok: false,
    problem: { kind: 'settingsUnwritable' },
  });
  expect(applied.map(({ theme }) => theme)).toEqual(['system', 'dark', 'system']);
});
