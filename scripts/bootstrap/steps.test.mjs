import { expect, test } from 'vitest';
import { isSupported, requireNode } from './node-version.mjs';
import { matchesLock } from './npm-packages.mjs';
import { megabytes } from './progress.mjs';
import { missingOf, parseInstalled } from './system-packages.mjs';

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.12.0', true],
  ['24.0.0', true],
  ['20.18.3', false],
  ['18.20.0', false],
  ['21.7.0', false],
  ['22.11.0', false],
])('Node %s is enough: %s', (version, enough) => {
  expect(isSupported(version)).toBe(enough);
});

test('a Node that is too old is named', () => {
  expect(() => requireNode('18.20.0')).toThrow('Node 18.20.0');
});

test('a library under its newer name is not missing', () => {
  const listing = 'libnss3 installed\nlibasound2t64 installed\nxvfb config-files\nmake half-installed\n';
  const names = ['libnss3', 'libasound2', 'xvfb', 'make', 'xauth'];
  expect(missingOf(names, parseInstalled(listing))).toEqual(['xvfb', 'make', 'xauth']);
});

const lock = {
  packages: {
    '': { name: 'ringside' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/fsevents': { version: '2.0.0', optional: true },
  },
};

test.each([
  ['all there', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ['one missing', {}, false],
  ['one too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, false],
])('installed packages against the lockfile: %s', (_, packages, matches) => {
  expect(matchesLock(lock, { packages })).toBe(matches);
});

test('shows progress with and without a known size', () => {
  expect(megabytes(66_000_000, 196_000_000)).toBe('33 % (66 of 196 MB)');
  expect(megabytes(66_000_000)).toBe('66 MB');
});
