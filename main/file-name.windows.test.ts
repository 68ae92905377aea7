import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileNameFault } from './file-name';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-'));
});
// Only a path that Windows does not normalise names such files.
afterEach(async () => {
  for (const name of await readdir(folder)) await rm(`\\\\?\\${join(folder, name)}`);
  await rm(folder, { recursive: true });
});

/** What another program reads of a file that Node has written under this name. */
async function readByAnother(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, 'text');
  return spawnSync('cmd.exe', ['/d', '/c', 'type', path], { encoding: 'utf8' }).stdout;
}

it.each(['NUL', 'nul.txt', 'index.', 'index '])(
  'other programs cannot read %j, which is refused',
  async (name) => {
    expect(await readByAnother(name)).toBe('');
    expect(fileNameFault(join(folder, name))).toMatch(/Windows/);
  },
);

it.each(['index', 'Büro.bin', '.index', 'COM10', 'a..b'])(
  'other programs read %j, which is allowed',
  async (name) => {
    expect(await readByAnother(name)).toBe('text');
    expect(fileNameFault(join(folder, name))).toBeUndefined();
  },
);
