import { expect, test } from 'vitest';
import { withOwnKeychain } from './own-keychain.mjs';

const login = '/Users/agent/Library/Keychains/login.keychain-db';

/** A Mac by its keychains, as `security` shows and changes them. */
function mac() {
  const state = { keychains: new Set([login]), default: login, list: [login], unlocked: new Set() };
  const quoted = (paths) => paths.map((path) => `    "${path}"\n`).join('');
  const security = (command, ...args) => {
    const path = args.at(-1);
    const set = args.indexOf('-s');
    if (command === 'create-keychain') state.keychains.add(path);
    else if (command === 'unlock-keychain') state.unlocked.add(path);
    else if (command === 'delete-keychain') {
      if (!state.keychains.delete(path)) throw new Error('The specified keychain could not be found.');
    } else if (command === 'default-keychain') {
      if (set < 0) return quoted([state.default]);
      state.default = path;
    } else if (command === 'list-keychains') {
      if (set < 0) return quoted(state.list);
      state.list = args.slice(set + 1);
    }
    return '';
  };
  return { state, security };
}

const restored = { keychains: new Set([login]), default: login, list: [login] };

test('on macOS the work has an open default keychain of its own, and the former one is restored', async () => {
  const { state, security } = mac();
  const seen = await withOwnKeychain(async () => ({ ...state, isOpen: state.unlocked.has(state.default) }), {
    platform: 'darwin',
    security,
  });
  expect(seen.default).toMatch(/tests\.keychain-db$/);
  expect(seen.list).toEqual([seen.default, login]);
  expect(seen.isOpen).toBe(true);
  expect(state).toMatchObject(restored);
});

test('the former keychain is restored after work that fails', async () => {
  const { state, security } = mac();
  const failing = withOwnKeychain(() => Promise.reject(new Error('no')), { platform: 'darwin', security });
  await expect(failing).rejects.toThrow('no');
  expect(state).toMatchObject(restored);
});

test.each(['win32', 'linux'])('on %s nothing is changed', async (platform) => {
  const security = () => {
    throw new Error('There is no such program');
  };
  expect(await withOwnKeychain(async () => 7, { platform, security })).toBe(7);
});
