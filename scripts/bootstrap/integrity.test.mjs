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

test('the very bytes pass', async () => {
  writeFileSync(file, 'content');
  expect(await hasIntegrity(file, integrity)).toBe(true);
});

test('one byte more, or a download cut short, does not', async () => {
  for (const bytes of ['content.', 'conten', '']) {
    writeFileSync(file, bytes);
    expect(await hasIntegrity(file, integrity)).toBe(false);
  }
});

test('a file that is not there does not', async () => {
  expect(await hasIntegrity(file, integrity)).toBe(false);
});

test('what is no integrity proves nothing', async () => {
  await expect(hasIntegrity(file, 'content')).rejects.toThrow('Not an integrity');
});
