import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Studio } from '../../preload/contract/studio';
import { Digests } from './digests';
import { collectContent, readIndexFile } from './index-file';
import { type BuiltStudio, writeIndexFile } from './index-file-task';
import { storedTexts } from './indexed-numbers';
import { PhoneEntries } from './phone-entries';
import { parseSigningKey } from './signing-key';

const pem = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }).toString();
const keyOf = (text: string) => {
  const key = parseSigningKey(text);
  if (!key) throw new Error('No key');
  return key;
};
const signingKey = keyOf(pem(generateKeyPairSync('ed25519').privateKey));
const key = Buffer.alloc(32, 7);
const digests = new Digests(key);

const studioOf = (id: string, name: string): Studio => ({
  ref: `https://a.example#${id}`,
  address: 'https://a.example',
  id,
  name,
});
const munich = studioOf('1210093500', 'Fit Example Munich');
const ulm = studioOf('1210093501', 'Fit Example Ulm');

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-task-'));
  file = join(folder, 'phone index');
});
afterEach(() => rm(folder, { recursive: true }));

/** Index of customers, by their IDs. */
function built(phones: Record<string, string>, rest: Partial<BuiltStudio> = {}): BuiltStudio {
  const texts = Object.entries(phones).flatMap(([id, phone]) =>
    storedTexts([phone], ['DE']).map((text) => ({ id, text })),
  );
  const entries = PhoneEntries.of(
    texts.map(({ text }) => digests.of(text)),
    texts.map(({ id }) => id),
  );
  return { entries, customers: Object.keys(phones).length, country: 'DE', isComplete: true, ...rest };
}

const failed = (phones: Record<string, string>) =>
  built(phones, { isComplete: false, problem: { kind: 'unauthorized' } });

/** Runs the task. */
async function run(
  studios: Studio[],
  build: (studio: Studio) => BuiltStudio | Promise<BuiltStudio>,
  { signal = new AbortController().signal, by = signingKey, now = 1_000 } = {},
) {
  const [output, errors]: [string[], string[]] = [[], []];
  const print = (line: string, isError: boolean) => void (isError ? errors : output).push(line);
  const code = await writeIndexFile({
    file,
    studios,
    key,
    signingKey: by,
    build: async (studio) => build(studio),
    print,
    now: () => now,
    signal,
  });
  return { code, output: output.join(''), errors: errors.join('') };
}

/** What a desk reads, or why it refuses the file. */
async function read(publicKey = signingKey.publicKey) {
  const bytes = await readFile(file);
  const content = await collectContent(
    (async function* () {
      yield bytes;
    })(),
  );
  return readIndexFile(content, await readFile(`${file}.sig`, 'utf8'), { publicKey, key });
}

const customersOf = async (number: string) => {
  const result = await read();
  if (!('file' in result)) return result.fault;
  return result.file.studios.flatMap(({ studio, entries }) =>
    (PhoneEntries.fromBytes(entries)?.find(digests.of(number)) ?? []).map((id) => `${studio} ${id}`),
  );
};

it('writes a file in which desks find the customers of all studios', async () => {
  const result = await run([munich, ulm], ({ id }) =>
    built(id === munich.id ? { 1001: '030 901820' } : { 2001: '+49 30 901820', 2002: '0731 12345678' }),
  );
  expect(result).toMatchObject({ code: 0, errors: '' });
  expect(result.output).toContain('https://a.example 1210093500 Fit Example Munich: 1 customers\n');
  expect(result.output).toContain('https://a.example 1210093501 Fit Example Ulm: 2 customers\n');
  expect(result.output).toMatch(/^Written: .*phone index, 2 of 2 studios, \d+ bytes$/m);
  expect(await customersOf('+4930901820')).toEqual([`${munich.ref} 1001`, `${ulm.ref} 2001`]);
  expect((await readdir(folder)).sort()).toEqual(['phone index', 'phone index.sig']);
});

it('the file contains no number, no name and no key', async () => {
  const phones = { 1001: '+49 30 90182077', 1002: '0049 (171) 5551234' };
  await run([munich], () => built(phones));
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    const texts = [bytes.toString('latin1'), bytes.toString('utf16le'), bytes.toString('hex')];
    for (const text of texts)
      for (const secret of ['90182077', '5551234', '0182077', munich.name, 'Munich', key.toString('hex')])
        expect(text).not.toContain(secret);
    for (const bigint of [4930901820n, 30901820n].map((number) => Buffer.from(number.toString(16), 'hex')))
      expect(bytes.includes(bigint)).toBe(false);
  }
});

it('keeps the former index of a studio that fails, and says so', async () => {
  await run([munich, ulm], () => built({ 1001: '030 901820', 1002: '030 901821' }));
  const result = await run(
    [munich, ulm],
    (studio) => (studio === munich ? failed({ 1001: '030 901820' }) : built({ 2001: '030 901820' })),
    { now: 2_000 },
  );
  expect(result.code).toBe(1);
  expect(result.errors).toContain(
    'Fit Example Munich: failed after 1 customers: unauthorized; its index of 1970-01-01T00:00:01.000Z stays in the file',
  );
  expect(await customersOf('+4930901821')).toEqual([`${munich.ref} 1002`]);
  expect(await read()).toMatchObject({
    file: {
      studios: [
        { isComplete: true, madeAt: 1_000 },
        { isComplete: true, madeAt: 2_000 },
      ],
    },
  });
});

it('writes what was read of a studio that fails for the first time as incomplete', async () => {
  expect(await run([munich], () => failed({ 1001: '030 901820' }))).toMatchObject({ code: 1 });
  expect(await read()).toMatchObject({ file: { studios: [{ isComplete: false, customers: 1 }] } });
  expect(await customersOf('+4930901820')).toEqual([`${munich.ref} 1001`]);
  // A part is not kept in place of a newer part.
  await run([munich], () => failed({ 1001: '030 901820', 1002: '030 901821' }));
  expect(await read()).toMatchObject({ file: { studios: [{ isComplete: false, customers: 2 }] } });
});

it('keeps nothing of a file that another key has signed', async () => {
  await run([munich], () => built({ 6666: '030 901820' }), {
    by: keyOf(pem(generateKeyPairSync('ed25519').privateKey)),
  });
  expect(await read()).toEqual({ fault: 'notSigned' });
  await run([munich], () => failed({}));
  expect(await customersOf('+4930901820')).toEqual([]);
});

it('leaves out a studio whose ID is not known, and one that is gone', async () => {
  await run([munich, ulm], () => built({ 1001: '030 901820' }));
  const result = await run([ulm, studioOf('local-1', 'Unknown')], () => built({ 1001: '030 901820' }));
  expect(result.code).toBe(1);
  expect(result.errors).toContain('local-1 Unknown: left out');
  expect(await customersOf('+4930901820')).toEqual([`${ulm.ref} 1001`]);
});

it('says which customers are missing where the API refuses their status', async () => {
  const { code, output } = await run([munich], () => built({}, { problem: { kind: 'badRequest' } }));
  expect(code).toBe(0);
  expect(output).toContain('0 customers, members only: badRequest');
});

it('a name cannot break the lines', async () => {
  const { output } = await run([studioOf('1', 'A\nWritten: all\u001b[2J')], () => built({}));
  expect(output.split('\n')).toHaveLength(3);
  expect(output).not.toContain('\u001b');
});

it('an interrupted task leaves the file as it was and nothing beside it', async () => {
  await run([munich], () => built({ 1001: '030 901820' }));
  const before = await readFile(file);
  const end = new AbortController();
  const asked: string[] = [];
  const all = Array.from({ length: 20 }, (_, at) => studioOf(String(at), 'Studio'));
  const result = await run(
    all,
    ({ id }) => {
      asked.push(id);
      end.abort();
      return failed({});
    },
    { signal: end.signal },
  );
  expect(result).toMatchObject({ code: 1, output: '' });
  expect(result.errors).toMatch(/^Stopped: .*phone index is as it was\n$/);
  expect(asked.length).toBeLessThan(5);
  expect(await readFile(file)).toEqual(before);
  expect((await readdir(folder)).sort()).toEqual(['phone index', 'phone index.sig']);
});

it('a file that cannot be written fails, with nothing left beside it', async () => {
  await mkdir(join(folder, 'taken'));
  await writeFile(join(folder, 'taken', 'x'), '');
  file = join(folder, 'taken');
  const result = await run([munich], () => built({}));
  expect(result.code).toBe(1);
  expect(result.errors).toMatch(/^Not written: .*taken \(E[A-Z]+\)\n$/);
  expect(await readdir(folder)).toEqual(['taken']);
  file = join(folder, 'missing', 'index');
  expect((await run([munich], () => built({}))).errors).toContain('(ENOENT)');
});

it('a link under a name that can be guessed does not lead to another file', async () => {
  const other = join(folder, 'other');
  await writeFile(other, 'as it was');
  for (const name of [`phone index.${process.pid}.new`, `phone index.sig.${process.pid}.new`])
    await link(other, join(folder, name));
  expect(await run([munich], () => built({}))).toMatchObject({ code: 0 });
  expect(await readFile(other, 'utf8')).toBe('as it was');
});

it('takes only an Ed25519 private key in PEM', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  expect(parseSigningKey(pem(privateKey))?.publicKey).toBe(
    publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  );
  const others = [
    '',
    'none',
    publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    pem(generateKeyPairSync('x25519').privateKey),
    pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey),
  ];
  for (const text of others) expect(parseSigningKey(text)).toBeUndefined();
});
