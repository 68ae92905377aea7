import { expect, test } from 'vitest';
import { missingForRelease } from './package.mjs';

const env = {
  RINGSIDE_FEED_URL: 'https://updates.example/',
  RINGSIDE_UPDATE_KEY: 'MCow',
  RINGSIDE_HOMEPAGE: 'https://ringside.example/',
};

test('a release needs the official Electron 45, its feed and its key', () => {
  expect(missingForRelease({ kind: 'official', version: '45.4.1' }, env)).toEqual([]);
});

test.each([
  ['the stand-in', { kind: 'stand-in', version: '33.2.1' }],
  ['one of a developer', { kind: 'own', version: '45.4.1' }],
  ['another major', { kind: 'official', version: '46.0.0' }],
  ['none', undefined],
])('%s is refused', (_, electron) => {
  expect(missingForRelease(electron, env)).toEqual(['the official Electron 45']);
});

test('missing settings are named', () => {
  const electron = { kind: 'official', version: '45.4.1' };
  expect(missingForRelease(electron, {})).toEqual([
    'RINGSIDE_FEED_URL',
    'RINGSIDE_UPDATE_KEY',
    'RINGSIDE_HOMEPAGE',
  ]);
});
