import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readManifest } from '../main/updates/manifest.ts';
import { signManifests } from './sign-manifests.mjs';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
const half = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('Ringside accepts what was signed', () => {
  const text = 'version: 1.1.0\nfiles:\n  - url: Ringside-1.1.0-x64.exe\n    sha512: AAAA\n    size: 4\n';
  writeFileSync(join(folder, 'latest.yml'), text);
  writeFileSync(join(folder, 'Ringside-1.1.0-x64.exe'), 'MZ');
  expect(signManifests(folder, pem, half)).toEqual(['latest.yml']);
  const signature = readFileSync(join(folder, 'latest.yml.sig'), 'utf8');
  const feed = new URL('https://updates.example/');
  expect(readManifest(Buffer.from(text), signature, half, feed, false).version).toBe('1.1.0');
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
  expect(sums.map((line) => line.slice(66))).toEqual([
    'Ringside-1.1.0-x64.exe',
    'latest.yml',
    'latest.yml.sig',
  ]);
});

test('a key that no release was built with, and a release without a manifest, are refused', () => {
  const other = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  expect(() => signManifests(folder, other, half)).toThrow('not the other half');
  expect(() => signManifests(folder, pem, half)).toThrow('no manifest');
});
