import { expect, it } from 'vitest';
import { nullMeansGone, tasksNeedProcess } from './platform-keychain';

it.each([
  ['win32', true],
  ['darwin', true],
  ['linux', false],
] as const)('on %s a null from the keychain alone proves that the key is gone: %s', (platform, gone) => {
  expect(nullMeansGone[platform]).toBe(gone);
});

it.each([
  ['win32', false],
  ['darwin', false],
  ['linux', true],
] as const)('on %s a task asks the keychain in a process of its own: %s', (platform, needed) => {
  expect(tasksNeedProcess[platform]).toBe(needed);
});
