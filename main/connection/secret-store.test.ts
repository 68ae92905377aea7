import { beforeEach, expect, it, vi } from 'vitest';
import { type Keychain, SecretStore } from './secret-store';

/** A fake keychain that counts its calls. */
class FakeKeychain implements Keychain {
  reads = 0;
  writes = 0;
  readonly #kept = new Map<string, string>();

  async getPassword(_service: string, account: string) {
    this.reads += 1;
    return this.#kept.get(account) ?? null;
  }
  async setPassword(_service: string, account: string, password: string) {
    this.writes += 1;
    this.#kept.set(account, password);
  }
  async deletePassword(_service: string, account: string) {
    return this.#kept.delete(account);
  }
}

const origin = 'https://studio.example';
let keychain: FakeKeychain;
let store: SecretStore;
const read = async () => {
  const outcome = await store.read(origin);
  return outcome.ok ? outcome.value : outcome.problem.kind;
};

beforeEach(() => {
  vi.useFakeTimers();
  keychain = new FakeKeychain();
  store = new SecretStore({ load: async () => keychain, nullMeansGone: true });
  return () => vi.useRealTimers();
});

it('a key that was read serves one lookup and is read again for the next', async () => {
  await store.save(origin, 'one');
  expect([await read(), await read(), keychain.reads]).toEqual(['one', 'one', 1]);
  vi.advanceTimersByTime(500);
  expect([await read(), keychain.reads]).toEqual(['one', 2]);
});

it('another key, or none, applies immediately', async () => {
  await store.save(origin, 'one');
  await read();
  await store.save(origin, 'two');
  expect(await read()).toBe('two');
  await store.clear(origin);
  expect(await read()).toBeNull();
});

it('a missing key is looked for at each read', async () => {
  await read();
  await read();
  expect(keychain.reads).toBe(2);
});

it('many missing keys at a time are told from a locked keychain by one probe', async () => {
  const onLinux = new SecretStore({ load: async () => keychain, nullMeansGone: false });
  const reads = Array.from({ length: 20 }, (_, index) => onLinux.read(`${origin}#${index}`));
  expect(await Promise.all(reads)).toEqual(Array(20).fill({ ok: true, value: null }));
  expect(keychain.writes).toBe(1);
});
