import { expect, it } from 'vitest';
import { nullMeansGone } from './platform-keychain';

it.each([
  ['win32', true],
  ['darwin', true],
  ['linux', false],
] as const)('on %s a null from the keychain alone proves that the key is gone: %s', (platform, gone) => {
  expect(nullMeansGone[platform]).toBe(gone);
});
