import keytar from 'keytar';
import type { SecretService } from './secret-service';

/**
 * The keychain of Windows or macOS, where no private one can be started. Accounts of tests are loopback origins,
 * which no studio has; each one is removed at the end.
 */
export async function openOsKeychain(): Promise<SecretService> {
  const asked = new Set<string>();
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
    async end() {
      for (const account of asked) await keytar.deletePassword('Ringside', account);
    },
  };
}
