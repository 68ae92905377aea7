import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import { ConnectionService } from './connection';
import { type Keychain, SecretStore } from './secret-store';
import { SettingsFile } from './settings';

/** A keychain in memory. When locked, it behaves like the Secret Service: reads return null, writes fail. */
class MemoryKeychain implements Keychain {
  readonly secrets = new Map<string, string>();
  locked = false;
  reads = 0;

  async getPassword(_service: string, account: string) {
    this.reads += 1;
    return this.locked ? null : (this.secrets.get(account) ?? null);
  }
  async setPassword(_service: string, account: string, secret: string) {
    if (this.locked) throw new Error('Cannot create an item in a locked collection');
    this.secrets.set(account, secret);
  }
  async deletePassword(_service: string, account: string) {
    return this.secrets.delete(account);
  }
}

const studio = 'https://studio.example';
let folder: string;
let keychain: MemoryKeychain;
let proof: Outcome<null>;
let consent: boolean;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-'));
  keychain = new MemoryKeychain();
  proof = succeed(null);
  consent = true;
});
afterEach(() => rm(folder, { recursive: true }));

async function started(demo = false, policyAddress?: string): Promise<ConnectionService> {
  const settings = new SettingsFile(join(folder, 'settings.json'));
  const service = new ConnectionService(
    settings,
    new SecretStore(async () => keychain, false),
    async () => proof,
    async () => ({ origin: 'http://127.0.0.1:1', key: 'demo' }),
    async () => consent,
    policyAddress,
  );
  await service.start(await settings.read(), demo);
  return service;
}

describe('connecting', () => {
  it('saves the key in the keychain and the address in the settings, and lasts over a restart', async () => {
    const first = await started();
    expect(first.status()).toEqual({ mode: 'none' });
    expect(await first.connect({ address: ` ${studio}/v1/ `, key: ' secret ' })).toEqual(
      succeed({ mode: 'live', address: studio }),
    );
    const second = await started();
    expect(second.status()).toEqual({ mode: 'live', address: studio });
    expect(await second.credentials()).toEqual(succeed({ origin: studio, key: 'secret' }));
    expect(await readFile(join(folder, 'settings.json'), 'utf8')).not.toContain('secret');
    expect((await stat(join(folder, 'settings.json'))).mode & 0o077).toBe(0);
  });

  it('saves nothing when the key is not proved', async () => {
    proof = fail({ kind: 'unauthorized' });
    const service = await started();
    expect(await service.connect({ address: studio, key: 'wrong' })).toEqual(proof);
    expect(keychain.secrets.size).toBe(0);
    expect((await started()).status()).toEqual({ mode: 'none' });
  });

  it('to another address removes the old key from the keychain', async () => {
    const service = await started();
    await service.connect({ address: studio, key: 'old' });
    await service.connect({ address: 'https://other.example', key: 'new' });
    expect([...keychain.secrets]).toEqual([['https://other.example', 'new']]);
  });

  it('to another address without consent changes nothing', async () => {
    const service = await started();
    await service.connect({ address: studio, key: 'old' });
    consent = false;
    expect(await service.connect({ address: 'https://evil.example', key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
    expect(service.status()).toEqual({ mode: 'live', address: studio });
    expect([...keychain.secrets]).toEqual([[studio, 'old']]);
  });

  it('to another address needs consent even after the key was removed', async () => {
    const service = await started();
    await service.connect({ address: studio, key: 'old' });
    await service.forget();
    consent = false;
    expect(await service.connect({ address: 'https://evil.example', key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
  });

  it('reports a locked keyring and keeps what was there', async () => {
    const service = await started();
    await service.connect({ address: studio, key: 'old' });
    keychain.locked = true;
    expect(await service.connect({ address: studio, key: 'new' })).toEqual(fail({ kind: 'keychainLocked' }));
    expect(await service.credentials()).toEqual(fail({ kind: 'keychainLocked' }));
    keychain.locked = false;
    expect(await service.credentials()).toEqual(succeed({ origin: studio, key: 'old' }));
  });

  it.each([true, false])(
    'says that the key is gone when it was removed from outside',
    async (nullMeansGone) => {
      const store = new SecretStore(async () => keychain, nullMeansGone);
      expect(await store.read(studio)).toEqual(succeed(null));
      const service = await started();
      await service.connect({ address: studio, key: 'old' });
      keychain.secrets.clear();
      expect(await service.credentials()).toEqual(fail({ kind: 'keyMissing' }));
      expect([...keychain.secrets]).toEqual([]);
    },
  );

  it('keeps unknown settings', async () => {
    await writeFile(join(folder, 'settings.json'), '{"version":1,"theme":"dark"}');
    await (await started()).connect({ address: studio, key: 'k' });
    expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
      theme: 'dark',
    });
  });
});

describe('forgetting', () => {
  it('removes the key and keeps the address', async () => {
    const service = await started();
    await service.connect({ address: studio, key: 'secret' });
    expect(await service.forget()).toEqual(succeed({ mode: 'none', address: studio }));
    expect(keychain.secrets.size).toBe(0);
    expect((await started()).status()).toEqual({ mode: 'none', address: studio });
  });
});

describe('demo data', () => {
  it('reads no keychain and keeps the saved studio', async () => {
    await (await started()).connect({ address: studio, key: 'secret' });
    const service = await started(true);
    expect(service.status()).toEqual({ mode: 'demo', address: studio });
    expect(await service.credentials()).toEqual(succeed({ origin: 'http://127.0.0.1:1', key: 'demo' }));
    expect(keychain.reads).toBe(0);
    expect(service.resume()).toEqual(succeed({ mode: 'live', address: studio }));
  });
});

describe('the secret store', () => {
  it('stops waiting for a keychain that hangs, and sends no second read meanwhile', async () => {
    let asked = 0;
    const hanging: Keychain = {
      getPassword: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
      setPassword: async () => undefined,
      deletePassword: async () => true,
    };
    const store = new SecretStore(async () => hanging, false, 20);
    expect(await store.read(studio)).toEqual(fail({ kind: 'keychainTimeout' }));
    expect(await store.read(studio)).toEqual(fail({ kind: 'keychainTimeout' }));
    expect(asked).toBe(1);
  });

  it("does not pass on the keychain's message", async () => {
    const store = new SecretStore(async () => {
      throw new Error('no libsecret, key was CANARY');
    });
    expect(await store.save(studio, 'CANARY')).toEqual(fail({ kind: 'keychainUnavailable' }));
  });
});

describe('an address set by a policy', () => {
  const set = 'https://set.example';

  it('is the only one that can be connected', async () => {
    const service = await started(false, set);
    expect(service.status()).toEqual({ mode: 'none', address: set, addressLocked: true });
    expect(await service.connect({ address: studio, key: 'k' })).toMatchObject({
      problem: { kind: 'invalidInput', inputFault: 'addressSetByPolicy' },
    });
    expect(keychain.secrets.size).toBe(0);
    expect(await service.connect({ address: set, key: 'k' })).toMatchObject({ value: { mode: 'live' } });
  });

  it('keeps the key of another address until a new one is saved, and never uses it', async () => {
    await (await started()).connect({ address: studio, key: 'old' });
    const service = await started(false, set);
    expect(service.status()).toMatchObject({ mode: 'none', address: set });
    expect(await service.credentials()).toMatchObject({ problem: { kind: 'notConnected' } });
    expect([...keychain.secrets]).toEqual([[studio, 'old']]);
    await service.connect({ address: set, key: 'new' });
    expect([...keychain.secrets]).toEqual([[set, 'new']]);
  });

  it('changes nothing when it is the saved one', async () => {
    await (await started()).connect({ address: studio, key: 'secret' });
    const service = await started(false, studio);
    expect(await service.credentials()).toEqual(succeed({ origin: studio, key: 'secret' }));
  });
});
