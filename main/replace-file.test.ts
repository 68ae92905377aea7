import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from './replace-file';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-replace-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rm(folder, { recursive: true }));

it('leaves what another process that is running writes, and removes what one has left that has ended', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
  for (const pid of [process.ppid, ended]) await writeFile(`${file}.${pid}.new`, 'part');
  const others = ['other.json.7.new', 'settings.json.kept-7'];
  for (const name of others) await writeFile(join(folder, name), '');
  await replaceFile(file, 'new', { mode: 0o600 });
  expect((await readdir(folder)).sort()).toEqual(
    [...others, 'settings.json', `settings.json.${process.ppid}.new`].sort(),
  );
  expect(await readFile(file, 'utf8')).toBe('new');
});

it.skipIf(process.platform !== 'linux')('the file is not missing while the old one is kept', async () => {
  await writeFile(file, 'old');
  const seen: string[] = [];
  const watcher = watch(folder, (event, name) => {
    if (name === 'settings.json') seen.push(event);
    if (name === 'last') watcher.emit('last');
  });
  const last = once(watcher, 'last');
  await replaceFile(file, 'new', { mode: 0o600, keepAs: `${file}.kept` });
  await writeFile(join(folder, 'last'), '');
  await last;
  watcher.close();
  // Its replacement; a file that goes away is a `rename` of its own.
  expect(seen).toEqual(['rename']);
  expect([await readFile(file, 'utf8'), await readFile(`${file}.kept`, 'utf8')]).toEqual(['new', 'old']);
});

it('after an error the folder is as it was', async () => {
  await mkdir(join(file, 'taken'), { recursive: true });
  await expect(replaceFile(file, 'new', { mode: 0o600 })).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['settings.json']);
});
