import { beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../preload/contract/problem';
import { type Keychain, type KeychainProcess, SecretStore } from './secret-store';
import { MemoryKeychain, ref } from './test-desktop';

let keychain: MemoryKeychain;

beforeEach(() => {
  keychain = new MemoryKeychain();
});

describe('the secret store', () => {
  const hanging = (onRead: () => void): Keychain => ({
    getPassword: () => {
      onRead();
      return new Promise(() => undefined);
    },
    setPassword: async () => undefined,
    deletePassword: async () => true,
  });

  it('stops waiting for a keychain that hangs, and sends no second read meanwhile', async () => {
    let reads = 0;
    const load = async () => hanging(() => (reads += 1));
    const store = new SecretStore({ load, timeoutMs: 20 });
    expect(await store.read(ref)).toEqual(fail({ kind: 'keychainTimeout' }));
    expect(await store.read(ref)).toEqual(fail({ kind: 'keychainTimeout' }));
    expect(reads).toBe(1);
  });

  it('asks again in a new process after the keychain hung, and ends one that hangs too', async () => {
    let now = 0;
    const processes: string[] = [];
    const loadInProcess = async (): Promise<KeychainProcess> => {
      processes.push('started');
      const keys = processes.length === 1 ? hanging(() => undefined) : keychain;
      return {
        getPassword: (...args) => keys.getPassword(...args),
        setPassword: (...args) => keys.setPassword(...args),
        deletePassword: (...args) => keys.deletePassword(...args),
        end: () => processes.push('ended'),
      };
    };
    keychain.secrets.set(ref, 'key');
    const load = async () => hanging(() => undefined);
    const store = new SecretStore({ load, loadInProcess, timeoutMs: 20, now: () => now });
    expect(await store.read(ref)).toEqual(fail({ kind: 'keychainTimeout' }));
    expect(await store.read(ref)).toEqual(fail({ kind: 'keychainTimeout' }));
    now += 60_000;
    expect(await store.read(ref)).toEqual(succeed('key'));
    expect(processes).toEqual(['started', 'started', 'ended']);
  });

  it('asks again in a new process as soon as the keychain has lost its service', async () => {
    keychain.secrets.set(ref, 'key');
    const load = async (): Promise<Keychain> => {
      throw new Error('The name org.freedesktop.secrets was not provided by any .service files');
    };
    const loadInProcess = async () => Object.assign(keychain, { end: () => undefined });
    expect(await new SecretStore({ load, loadInProcess }).read(ref)).toEqual(succeed('key'));
  });

  it("does not pass on the keychain's message", async () => {
    const load = async (): Promise<Keychain> => {
      throw new Error('no libsecret, key was CANARY');
    };
    expect(await new SecretStore({ load }).save(ref, 'CANARY')).toEqual(
      fail({ kind: 'keychainUnavailable' }),
    );
  });
});
