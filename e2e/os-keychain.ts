import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { here } from '../scripts/platforms.mjs';
import { type SecretService, startSecretService } from './secret-service';

const service = 'Ringside';

/** Accounts of tests are on this machine, which no studio and no proxy of a user is. */
const isOfTest = (account: string) => /\b(127\.0\.0\.1|localhost)\b|\[::1\]/.test(account);

/** Keychain that has opened an account first; the others leave it alone. */
const owners = new Map<string, object>();

interface Entry {
  account: string;
  password: string;
}

/**
 * The keychain of the machine, with the entries of tests alone: those of the user are neither listed nor removed.
 *
 * @param env environment of the process that asks the keychain
 */
export async function openSystemKeychain(env: Record<string, string> = {}): Promise<SecretService> {
  const self = {};

  /** Calls keytar in another process, with the program in which Ringside runs; no secret is in its arguments. */
  async function ask<T>(method: string, ...args: string[]): Promise<T> {
    const child = fork(join(__dirname, 'keychain-entries.cjs'), [], {
      execPath: process.env.RINGSIDE_ELECTRON ?? '',
      execArgv: [],
      env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.send({ method, args });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The keychain process ended with ${code}`);
    });
    ended.catch(() => undefined);
    const [{ value, error }] = await Promise.race([once(child, 'message'), ended]);
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Whether an account is of a test, and not of another keychain of the tests. */
  const isOwn = (account: string) => isOfTest(account) && (owners.get(account) ?? self) === self;
  const claim = (account: string) => {
    if (!owners.has(account)) owners.set(account, self);
  };
  const own = async () =>
    (await ask<Entry[]>('findCredentials', service)).filter(({ account }) => isOwn(account));

  async function forget(): Promise<void> {
    for (const { account } of await own()) await ask('deletePassword', service, account);
    for (const [account, owner] of owners) if (owner === self) owners.delete(account);
  }

  // Entries of an earlier run that was killed.
  await forget();
  return {
    env,
    async lookup(account) {
      claim(account);
      return (await ask<string | null>('getPassword', service, account)) ?? undefined;
    },
    async store(account, secret) {
      claim(account);
      await ask('setPassword', service, account, secret);
    },
    entries: async () => (await own()).map(({ account, password }) => `${account} = ${password}`).sort(),
    forget,
    end: forget,
  };
}

/** A keychain that is empty at first: a private one where tests have a desktop of their own. */
export function openKeychain(): Promise<SecretService> {
  return here.ownDesktop ? startSecretService() : openSystemKeychain();
}
