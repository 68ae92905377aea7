import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Held, hold, tools } from '../scripts/windows/windows-tools';
import { writeIndexFile } from './phone-index/index-file-task';
import { parseSigningKey } from './phone-index/signing-key';
import { renameOver, replaceFile } from './replace-file';
import { Installers } from './updates/installers';

let folder: string;
let held: Held | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside Ü '));
});
afterEach(async () => {
  await held?.release();
  held = undefined;
  await rm(folder, { recursive: true });
});

it('replaces a file on a path of more than 260 characters', async () => {
  const deep = join(folder, ...Array.from({ length: 6 }, () => 'Ordner mit Umlauten äöüß '.repeat(3).trim()));
  await mkdir(deep, { recursive: true });
  const file = join(deep, 'file');
  expect(file.length).toBeGreaterThan(260);
  for (const text of ['one', 'two']) await replaceFile(file, text, { mode: 0o600 });
  expect(await readFile(file, 'utf8')).toBe('two');
  expect(await readdir(deep)).toEqual(['file']);
});

describe.skipIf(!tools)('while another program has it open', () => {
  it('a file that programs may only read is replaced when it is closed', async () => {
    const [from, to] = [join(folder, 'new'), join(folder, 'old')];
    await writeFile(from, 'new');
    await writeFile(to, 'old');
    held = await hold(to, 'r');
    const renaming = renameOver(from, to);
    expect(await readFile(to, 'utf8')).toBe('old');
    await held.release();
    await renaming;
    expect(await readFile(to, 'utf8')).toBe('new');
  });

  it('the telephone index stays as it was, with a clear error and nothing left beside it', async () => {
    const file = join(folder, 'Telefonindex');
    await writeFile(file, 'as it was');
    const { privateKey } = generateKeyPairSync('ed25519');
    const signingKey = parseSigningKey(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    if (!signingKey) throw new Error('No key');
    held = await hold(file, 'r');
    const printed: string[] = [];
    const code = await writeIndexFile({
      file,
      studios: [],
      key: Buffer.alloc(32, 7),
      signingKey,
      build: () => Promise.reject(new Error('No studio')),
      print: (line) => printed.push(line),
      now: () => 1_000,
      signal: new AbortController().signal,
    });
    expect([code, printed]).toEqual([
      1,
      [expect.stringMatching(/^Not written: .*\(E(PERM|BUSY|ACCES)\)\n$/)],
    ]);
    await held.release();
    expect(await readFile(file, 'utf8')).toBe('as it was');
    expect(await readdir(folder)).toEqual(['Telefonindex']);
  });

  it('a kept installer that a scanner reads stays, and no part of a new one fills the disk', async () => {
    const installers = new Installers(join(folder, 'installers'));
    const downloaded = join(folder, 'Ringside.exe');
    await writeFile(downloaded, 'first');
    await installers.keep('1.0.0', downloaded);
    await writeFile(downloaded, 'second');
    held = await hold(join(folder, 'installers', '1.0.0.exe'), 'r');
    await installers.keep('1.0.0', downloaded);
    expect(await readdir(join(folder, 'installers'))).toEqual(['1.0.0.exe']);
    await held.release();
    expect(await readFile(join(folder, 'installers', '1.0.0.exe'), 'utf8')).toBe('first');
  });
});
