import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localFolder } from './local-folder';

const local = { LOCALAPPDATA: 'C:/Users/agent/AppData/Local' };

it.each([
  ['win32', local, join(local.LOCALAPPDATA, 'Ringside')],
  ['win32', {}, '/data'],
  ['darwin', {}, '/data'],
  ['linux', {}, '/data'],
] as const)('on %s with %j it is %s', (platform, env, folder) => {
  expect(localFolder(platform, env, '/data')).toBe(folder);
});
