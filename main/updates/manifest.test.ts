import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { readManifest } from './manifest';
import { UpdateRefused } from './update-refused';

const keys = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const feed = new URL('https://updates.example/ringside/');

const manifest = (change: object = {}) =>
  JSON.stringify({ version: '1.1.0', files: [{ url: 'a.AppImage', sha512: 'AAAA', size: 3 }], ...change });

function read(text: string, { by = keys, prereleases = false } = {}) {
  const bytes = Buffer.from(text);
  const signature = sign(null, bytes, by.privateKey).toString('base64');
  try {
    return readManifest(bytes, signature, publicKey, feed, prereleases).version;
  } catch (error) {
    return (error as UpdateRefused).fault;
  }
}

it('accepts a manifest with a valid signature, in YAML or JSON', () => {
  expect(read(manifest())).toBe('1.1.0');
  expect(read('version: 1.1.0\nfiles:\n  - url: a.AppImage\n    sha512: AAAA\n    size: 3\n')).toBe('1.1.0');
});

it('refuses a signature of another key', () => {
  expect(read(manifest(), { by: other })).toBe('notSigned');
  expect(read('<html>', { by: other })).toBe('notSigned');
});

it('refuses a manifest that was changed after signing, and an invalid signature', () => {
  const bytes = Buffer.from(manifest());
  const signature = sign(null, bytes, keys.privateKey).toString('base64');
  const changed = Buffer.from(manifest({ version: '9.9.9' }));
  for (const [text, signed] of [
    [changed, signature],
    [bytes, ''],
    [bytes, 'not base64'],
    [bytes, signature.slice(4)],
  ] as const)
    expect(() => readManifest(text, signed, publicKey, feed, false)).toThrow(new UpdateRefused('notSigned'));
});

it.each([
  ['another origin', { files: [{ url: 'https://evil.example/a.AppImage', sha512: 'AAAA', size: 3 }] }],
  ['another scheme', { files: [{ url: 'http://updates.example/ringside/a', sha512: 'AAAA', size: 3 }] }],
  ['another folder', { files: [{ url: '../other/a.AppImage', sha512: 'AAAA', size: 3 }] }],
  ['no hash', { files: [{ url: 'a.AppImage', size: 3 }] }],
  ['no size', { files: [{ url: 'a.AppImage', sha512: 'AAAA' }] }],
  ['no files', { files: [] }],
  ['no version', { version: '' }],
  ['a version that is none', { version: 'latest' }],
  ['a prerelease', { version: '1.2.0-beta.1' }],
])('refuses %s, though signed', (_, change) => {
  expect(read(manifest(change))).toBe('badManifest');
});

it('accepts a prerelease where prereleases are wanted', () => {
  expect(read(manifest({ version: '1.2.0-beta.1' }), { prereleases: true })).toBe('1.2.0-beta.1');
});
