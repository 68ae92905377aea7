import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasIntegrity } from './integrity.mjs';

let folder;
let file;
const integrity = `sha512-${createHash('sha512').update('content').digest('base64')}`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-unit-'));
  file = join(folder, 'archive');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('unchanged bytes pass', async () => {
  writeFileSync(file, 'content');
  expect(await hasIntegrity(file, integrity)).toBe(true);
});

test('one more byte, or an interrupted download, fails', async () => {
  for (const bytes of ['content.', 'conten', '']) {
    writeFileSync(file, bytes);
    expect(await hasIntegrity(file, integrity)).toBe(false);
  }
});

test('a missing file fails', async () => {
  expect(await hasIntegrity(file, integrity)).toBe(false);
});

test('an invalid integrity string proves nothing', async () => {
  await expect(hasIntegrity(file, 'content')).rejects.toThrow('Not an integrity');
});
