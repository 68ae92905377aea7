import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { versionOf } from './machine.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-version-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the version is a commit, and says whether files differ from it', () => {
  const git = (...args) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
  expect(versionOf(folder)).toBeUndefined();
  git('init', '--quiet');
  writeFileSync(join(folder, 'a'), 'a');
  git('add', 'a');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'a');
  expect(versionOf(folder)).toEqual({ commit: git('rev-parse', 'HEAD'), isChanged: false });
  writeFileSync(join(folder, 'a'), 'b');
  expect(versionOf(folder)).toMatchObject({ isChanged: true });
});
