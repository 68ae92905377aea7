import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs macOS's `security`. @returns its standard output */
const securityOfMac = (...args) =>
  execFileSync('security', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Paths in the output of `security default-keychain` and `list-keychains`: one a line, in quotes. */
const pathsIn = (output) => [...output.matchAll(/^\s*"(.*)"\s*$/gm)].map(([, path]) => path);

/**
 * Runs `work` with a keychain of its own on macOS: the default one of this user until `work` has ended, unlocked and
 * without a time limit. The former one and the search list are restored, and the keychain is deleted. Other platforms need
 * none: Linux has a Secret Service for each test worker, and Credential Manager is always open.
 *
 * @param {() => Promise<T>} work
 * @param {{ platform?: NodeJS.Platform, security?: (...args: string[]) => string }} [machine] replaced in unit tests
 * @template T
 */
export async function withOwnKeychain(work, { platform = process.platform, security = securityOfMac } = {}) {
  if (platform !== 'darwin') return work();
  const user = ['-d', 'user'];
  const former = {
    default: pathsIn(security('default-keychain', ...user)),
    list: pathsIn(security('list-keychains', ...user)),
  };
  const folder = await mkdtemp(join(tmpdir(), 'ringside-keychain-'));
  const path = join(folder, 'tests.keychain-db');
  const password = randomBytes(16).toString('hex');
  try {
    security('create-keychain', '-p', password, path);
    // Without options: no lock on sleep and after no time.
    security('set-keychain-settings', path);
    security('unlock-keychain', '-p', password, path);
    security('list-keychains', ...user, '-s', path, ...former.list);
    security('default-keychain', ...user, '-s', path);
    return await work();
  } finally {
    security('list-keychains', ...user, '-s', ...former.list);
    if (former.default.length > 0) security('default-keychain', ...user, '-s', ...former.default);
    security('delete-keychain', path);
    await rm(folder, { recursive: true, force: true });
  }
}
