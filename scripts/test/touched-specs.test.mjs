import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../bootstrap/paths.mjs';
import { importsOfTests } from './imports-of-tests.mjs';
import { folders, specFile, touchedSpecs } from './touched-specs.mjs';

const imports = importsOfTests();
const touchedBy = (...files) =>
  Object.fromEntries(
    [...touchedSpecs(files, imports)].map(([suite, names]) => [suite, names === 'all' ? names : [...names]]),
  );

test('every folder and every spec of the table exists', () => {
  for (const [folder, suites] of folders) {
    expect(existsSync(join(root, folder)), folder).toBe(true);
    for (const [suite, names] of Object.entries(suites).filter(([, each]) => each !== 'all'))
      for (const name of names) expect([...imports.keys()], folder).toContain(specFile(suite, name));
  }
});

test('every feature has its line, so that a new one is decided about', () => {
  const features = readdirSync(join(root, 'renderer/features')).map((name) => `renderer/features/${name}/`);
  expect(folders.map(([folder]) => folder)).toEqual(expect.arrayContaining(features));
});

test('a feature touches its specs, and what nobody has decided about touches everything', () => {
  expect(touchedBy('renderer/features/check-ins/check-ins.tsx')).toEqual({ e2e: ['check-ins'] });
  expect(touchedBy('renderer/features/explanation/german.ts', 'renderer/app.tsx')).toEqual({
    e2e: 'all',
    visual: 'all',
  });
  for (const file of ['main/ipc/schemas.ts', 'package.json', 'e2e/playwright.config.ts'])
    expect(touchedBy(file)).toEqual(
      Object.fromEntries(['e2e', 'visual', 'faults', 'security', 'updates'].map((suite) => [suite, 'all'])),
    );
});

test('a spec touches itself, a helper every spec that imports it, and a document nothing', () => {
  expect(touchedBy('e2e/search.spec.ts', 'e2e/faults/tls.spec.ts')).toEqual({
    e2e: ['search'],
    faults: ['tls'],
  });
  expect(touchedBy('e2e/authenticating-proxy.ts').e2e).toEqual(['desktop-check', 'proxy']);
  expect(Object.keys(touchedBy('e2e/launch.ts')).sort()).toEqual([
    'e2e',
    'faults',
    'security',
    'updates',
    'visual',
  ]);
  expect(touchedBy('docs/faults.md', 'README.md', 'main/api/quota.test.ts')).toEqual({});
});
