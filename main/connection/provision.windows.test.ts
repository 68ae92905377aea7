import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail, succeed } from '../../preload/contract/problem';
import { ConnectionService } from './connection';
import { isTable, parseCredentials, rowLine } from './provision';
import { loadKeytar, SecretStore } from './secret-store';
import { SettingsFile } from './settings';
import { standardInput } from './standard-input';
import { StudioImport } from './studio-import';
import { StudioList } from './studio-list';

const address = 'https://fit-example.open-api.magicline.com';
const keys: Record<string, { id: string; name: string }> = {
  'f81d4fae-7dec-11d0-a765-00a0c91e6bf6': { id: '1', name: 'Fit Example München' },
  '0e37df36-f698-11e6-8dd4-cb9ced3df976': { id: '2', name: 'Fit Example Köln' },
};
const [one = '', two = ''] = Object.keys(keys);
const rows = ['Studio;API-Schlüssel;Adresse', `Süd;${one};${address}`, `Köln;${two};${address}`];

let folder: string;
let data: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'Büro Süd '));
  // The user data folder of the desk is in the application data.
  data = join(process.env.APPDATA ?? folder, `Ringside test ${process.pid}`);
  await mkdir(data, { recursive: true });
});
afterEach(async () => {
  const keytar = await loadKeytar();
  for (const { id } of Object.values(keys)) await keytar.deletePassword('Ringside', `${address}#${id}`);
  await rm(folder, { recursive: true });
  await rm(data, { recursive: true });
});

/** A desk with the settings of this user and the keychain of the system; the API knows the keys above. */
async function desk(): Promise<ConnectionService> {
  const settings = new SettingsFile(join(data, 'settings.json'));
  const service = new ConnectionService(
    new StudioList(settings, new SecretStore({ nullMeansGone: true }), undefined),
    {
      prove: async ({ key = '' }) => (keys[key] ? succeed(null) : fail({ kind: 'unauthorized' })),
      information: async ({ key = '' }) => {
        const studio = keys[key];
        return studio ? succeed(studio) : fail({ kind: 'unauthorized' });
      },
    },
    () => Promise.reject(new Error('No demo data')),
    async () => true,
    undefined,
  );
  await service.start(await settings.read(), false);
  return service;
}

/** The text that `Ringside.exe --provision < FILE` reads. */
async function inputOf(bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, 'Studios für alle.csv');
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    return (await standardInput(file.fd)) ?? '';
  } finally {
    await file.close();
  }
}

it.each([
  ['UTF-8 with the line ends of Windows', (text: string) => text],
  ['UTF-8 with a byte order mark', (text: string) => `\ufeff${text}`],
  ['Windows-1252, as Excel saves "CSV"', (text: string) => Buffer.from(text, 'latin1')],
  ['UTF-16, as Excel saves "Unicode text"', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-8 with the line of the separator', (text: string) => `sep=;\r\n${text}`],
])('studios from a file in %s are connected, and the desk has them after a start', async (_, encode) => {
  const input = await inputOf(encode(`${rows.join('\r\n')}\r\n`));
  expect(isTable(input)).toBe(true);
  const provisioning = new StudioImport(await desk(), () => undefined);
  const read = await provisioning.read(input, undefined);
  expect(read.ok && read.value.map(({ name, state }) => [name, state])).toEqual([
    ['Süd', 'ready'],
    ['Köln', 'ready'],
  ]);
  const connected = await provisioning.connect({});
  const lines = connected.map(rowLine).join('');
  const first = input.startsWith('sep=') ? 3 : 2;
  expect(lines).toBe(
    `Line ${first}: added ${address} Fit Example München\nLine ${first + 1}: added ${address} Fit Example Köln\n`,
  );
  const service = await desk();
  expect(
    service
      .studios()
      .map(({ name, id }) => [name, id])
      .sort(),
  ).toEqual([
    ['Fit Example Köln', '2'],
    ['Fit Example München', '1'],
  ]);
  for (const { ref } of service.studios()) {
    const credentials = await service.credentials(ref);
    expect(credentials.ok && keys[credentials.value.key ?? '']?.id).toBe(ref.split('#')[1]);
  }
});

it('an address and a key from cmd.exe are read, with the spaces that echo leaves', async () => {
  const out = join(folder, 'Eingabe.txt');
  const script = `echo ${address} >"${out}"&echo ${one} >>"${out}"`;
  const [code] = await once(
    execFile('cmd.exe', ['/d', '/s', '/c', `"${script}"`], { windowsVerbatimArguments: true }),
    'exit',
  );
  expect(code).toBe(0);
  const file = await open(out);
  const input = (await standardInput(file.fd)) ?? '';
  await file.close();
  expect(input).toContain('\r\n');
  expect(isTable(input)).toBe(false);
  expect(parseCredentials(input)).toEqual({ address, key: one });
  const outcome = await (await desk()).connect(parseCredentials(input));
  expect(outcome).toMatchObject({ ok: true, value: { studio: { name: 'Fit Example München' } } });
});

it('a key that the API refuses leaves no credential', async () => {
  const wrong = '00000000-0000-0000-0000-000000000000';
  const provisioning = new StudioImport(await desk(), () => undefined);
  await provisioning.read(await inputOf(`Nord;${wrong};${address}\r\n`), undefined);
  const [row] = await provisioning.connect({});
  expect(row).toMatchObject({ state: 'failed', problem: { kind: 'unauthorized' } });
  expect((await desk()).studios()).toEqual([]);
});

it('more than 2 MiB of input are refused', async () => {
  const path = join(folder, 'large.csv');
  await writeFile(path, 'x'.repeat(2 * 1024 * 1024 + 1));
  const file = await open(path);
  expect(await standardInput(file.fd)).toBeUndefined();
  await file.close();
});
