import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applySessionStart, execOf, type SessionSystem, sessionStarts } from './session-start';

describe('the policy', () => {
  it.each([
    ['makes an entry where there is none', true, false, 'none', ['on'], true],
    ['leaves its own entry', true, true, 'this', [], true],
    ['makes its own entry again that the user has removed', true, true, 'none', ['on'], true],
    ['makes its entry anew when the program has moved', true, true, 'other', ['on'], true],
    ['leaves an entry that the user has made for this program', true, false, 'this', [], false],
    ['leaves an entry that the user has made for another', true, false, 'other', [], false],
    ['is gone: its own entry is removed', false, true, 'this', ['off'], false],
    ['is gone: an entry of the user stays', false, false, 'this', [], false],
    ['is gone: what the user has made of its entry stays', false, true, 'other', [], false],
    ['is gone, and so is the entry', false, true, 'none', [], false],
  ] as const)('%s', async (_case, wanted, isOurs, state, done, isOursNow) => {
    const calls: string[] = [];
    const start = {
      state: async () => state,
      turnOn: async () => void calls.push('on'),
      turnOff: async () => void calls.push('off'),
    };
    expect(await applySessionStart(wanted, isOurs, start)).toBe(isOursNow);
    expect(calls).toEqual(done);
  });
});

/** A fake of the login items of Windows and macOS, which remembers one. */
function loginItems(status: 'enabled' | 'requires-approval' = 'enabled') {
  const items: string[] = [];
  const app: SessionSystem['app'] = {
    getLoginItemSettings: ({ path = '' } = {}) => ({
      openAtLogin: items.includes(path) && status === 'enabled',
      wasOpenedAtLogin: false,
      status: items.includes(path) ? status : 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    }),
    setLoginItemSettings({ openAtLogin, path = '' }) {
      items.splice(0, items.length, ...(openAtLogin ? [path] : []));
    },
  };
  return { items, app };
}

it.each([
  ['win32', '"C:\\Program Files\\Ringside\\Ringside.exe"'],
  ['darwin', ''],
] as const)('%s keeps a login item, and removes it', async (platform, item) => {
  const { items, app } = loginItems();
  const start = sessionStarts[platform]?.({
    app,
    program: 'C:\\Program Files\\Ringside\\Ringside.exe',
    configFolder: '',
  });
  expect(await start?.state()).toBe('none');
  await start?.turnOn();
  expect(items).toEqual([item]);
  expect(await start?.state()).toBe('this');
  await start?.turnOff();
  expect(items).toEqual([]);
});

it('a login item that the user of a Mac has switched off stays switched off', async () => {
  const { app } = loginItems('requires-approval');
  const start = sessionStarts.darwin?.({ app, program: '', configFolder: '' });
  await start?.turnOn();
  expect(await start?.state()).toBe('this');
});

describe('Linux', () => {
  let configFolder: string;
  beforeEach(async () => {
    configFolder = await mkdtemp(join(tmpdir(), 'ringside-autostart-'));
  });
  afterEach(() => rm(configFolder, { recursive: true }));
  const file = () => join(configFolder, 'autostart', 'ringside.desktop');
  const startOf = (program: string) => {
    const start = sessionStarts.linux?.({ app: loginItems().app, program, configFolder });
    if (!start) throw new Error('Linux has no entry');
    return start;
  };

  it('writes a file in the folder of the user, and removes it', async () => {
    const start = startOf('/opt/Ringside/ringside');
    expect(await start.state()).toBe('none');
    await start.turnOn();
    expect(await start.state()).toBe('this');
    expect(await readFile(file(), 'utf8')).toContain('\nExec="/opt/Ringside/ringside"\n');
    expect(await startOf('/home/j/Ringside-2.AppImage').state()).toBe('other');
    await start.turnOff();
    expect(await readdir(join(configFolder, 'autostart'))).toEqual([]);
  });

  it('leaves a file that the user has switched off, and one that cannot be read as it is', async () => {
    const start = startOf('/opt/Ringside/ringside');
    await start.turnOn();
    await writeFile(file(), `${await readFile(file(), 'utf8')}Hidden=true\n`);
    expect(await start.state()).toBe('this');
    await rm(file());
    await mkdir(file());
    await expect(start.state()).rejects.toThrow();
  });

  it.each([
    ['/opt/Ringside/ringside', '"/opt/Ringside/ringside"'],
    ['/home/jörg k/100 %/Ringside', '"/home/jörg k/100 %%/Ringside"'],
    ['/a"b/$c/`d`', '"/a\\\\"b/\\\\$c/\\\\`d\\\\`"'],
    ['/a\\b', '"/a\\\\\\\\b"'],
  ])('starts %s', (path, exec) => {
    expect(execOf(path)).toBe(exec);
  });
});
