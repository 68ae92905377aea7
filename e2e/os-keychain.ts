import keytar from 'keytar';
import type { SecretService } from './secret-service';

/**
 * The keychain of Windows or macOS, where no private one can be started. Accounts of tests are loopback origins,
 * which no studio has. The entries are those that were looked up or stored here, so that other tests keep theirs.
 */
export async function openOsKeychain(): Promise<SecretService> {
  const asked = new Set<string>();
  async function forget(): Promise<void> {
    for (const account of asked) await keytar.deletePassword('Ringside', account);
    asked.clear();
  }

  return {
    env: {},
    async lookup(account) {
      asked.add(account);
      return (await keytar.getPassword('Ringside', account)) ?? undefined;
    },
    async store(account, secret) {
      asked.add(account);
      await keytar.setPassword('Ringside', account, secret);
    },
    async entries() {
      const found = await keytar.findCredentials('Ringside');
      return found
        .filter(({ account }) => asked.has(account))
        .map(({ account, password }) => `${account} = ${password}`)
        .sort();
    },
    forget,
    end: forget,
  };
}
