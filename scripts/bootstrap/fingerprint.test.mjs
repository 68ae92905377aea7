import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentFingerprint, filesUnder, stateFingerprint } from './fingerprint.mjs';

let base;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ringside-unit-'));
  mkdirSync(join(base, 'main/api'), { recursive: true });
  writeFileSync(join(base, 'main/index.ts'), 'one');
  writeFileSync(join(base, 'main/api/http.ts'), 'two');
  writeFileSync(join(base, 'package.json'), '{}');
});
afterEach(() => rmSync(base, { recursive: true }));

const content = () => contentFingerprint(base, ['main', 'package.json', 'missing']);
const state = () => stateFingerprint(base, ['main']);

test('files are listed relative, with slashes', () => {
  expect(filesUnder(base, 'main')).toEqual(['main/api/http.ts', 'main/index.ts']);
  expect(filesUnder(base, 'package.json')).toEqual(['package.json']);
  expect(filesUnder(base, 'missing')).toEqual([]);
});

test('a new modification time changes the state but not the content', () => {
  const before = [content(), state()];
  utimesSync(join(base, 'main/index.ts'), 1, 1);
  expect(content()).toBe(before[0]);
  expect(state()).not.toBe(before[1]);
});

test.each([
  ['changed', () => writeFileSync(join(base, 'main/index.ts'), 'One')],
  ['added', () => writeFileSync(join(base, 'main/new.ts'), '')],
  ['removed', () => rmSync(join(base, 'main/api/http.ts'))],
])('a file %s changes the content', (_, change) => {
  const before = content();
  change();
  expect(content()).not.toBe(before);
});

test('ignored files change nothing', () => {
  const counted = () => contentFingerprint(base, ['main'], (path) => !path.endsWith('.test.ts'));
  const before = counted();
  writeFileSync(join(base, 'main/index.test.ts'), '');
  expect(counted()).toBe(before);
});
