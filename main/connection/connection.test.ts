import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectInput } from '../../preload/contract/calls';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { StudioInformation } from '../api/studio-information';
import { ConnectionService } from './connection';
import { type Keychain, type KeychainProcess, SecretStore } from './secret-store';
import { SettingsFile } from './settings';
import { StudioList } from './studio-list';

/** A keychain in memory. When locked, it behaves like the Secret Service: reads return null, writes fail. */
class MemoryKeychain implements Keychain {
  readonly secrets = new Map<string, string>();
  locked = false;
  reads = 0;
  /** Calls until the process is interrupted; undefined never interrupts it. */
  callsLeft: number | undefined;

  async getPassword(_service: string, account: string) {
    this.#count();
    this.reads += 1;
    return this.locked ? null : (this.secrets.get(account) ?? null);
  }
  async setPassword(_service: string, account: string, secret: string) {
    this.#count();
    if (this.locked) throw new Error('Cannot create an item in a locked collection');
    this.secrets.set(account, secret);
  }
  async deletePassword(_service: string, account: string) {
    this.#count();
    return this.secrets.delete(account);
  }

  #count(): void {
    if (this.callsLeft === undefined) return;
    if (this.callsLeft === 0) throw new Error('interrupted');
    this.callsLeft -= 1;
  }
}

const chain = 'https://studio.example';
const munich: StudioInformation = { id: '1210093500', name: 'Fit Example Munich' };
const ref = `${chain}#1210093500`;
let folder: string;
let keychain: MemoryKeychain;
let proof: (address: string, key: string) => Outcome<null>;
let whose: (address: string, key: string) => Outcome<StudioInformation>;
let consent: boolean;
let asked: string[];
let counted: (string | undefined)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-'));
  keychain = new MemoryKeychain();
  proof = () => succeed(null);
  whose = () => succeed(munich);
  consent = true;
  asked = [];
  counted = [];
});
afterEach(() => rm(folder, { recursive: true }));

const settingsPath = () => join(folder, 'settings.json');
const savedSettings = async () => JSON.parse(await readFile(settingsPath(), 'utf8'));

async function started(demo = false, allowed?: string[]): Promise<ConnectionService> {
  const settings = new SettingsFile(settingsPath());
  const secrets = new SecretStore({ load: async () => keychain, nullMeansGone: false });
  const demoStudio = { ref: 'http://127.0.0.1:1#5', address: 'http://127.0.0.1:1', id: '5', name: 'Demo' };
  const service = new ConnectionService(
    new StudioList(settings, secrets, allowed),
    {
      prove: async ({ address, key = '', countedFor }) => {
        counted.push(countedFor);
        return proof(address, key);
      },
      information: async ({ address, key = '' }) => whose(address, key),
    },
    async () => [{ ...demoStudio, key: 'demo' }],
    async (_, address) => {
      asked.push(address);
      return consent;
    },
    allowed,
  );
  await service.start(await settings.read(), demo);
  return service;
}

/** A service with one studio, whose key is `old`. */
async function connected(input: Partial<ConnectInput> = {}): Promise<ConnectionService> {
  const service = await started();
  await service.connect({ address: chain, key: 'old', ...input });
  return service;
}

const names = (service: ConnectionService) => service.studios().map(({ name }) => name);
const problemOf = (outcome: Outcome<unknown>): Problem | undefined =>
  outcome.ok ? undefined : outcome.problem;

describe('connecting', () => {
  it('names the studio, saves its key in the keychain, and survives a restart', async () => {
    const first = await started();
    expect(first.status()).toEqual({ mode: 'none', studios: [] });
    const outcome = await first.connect({ address: ` ${chain}/v1/ `, key: ' secret ' });
    expect(outcome).toMatchObject({
      ok: true,
      value: { was: 'added', studio: { ref, address: chain, id: munich.id, name: munich.name } },
    });
    expect([...keychain.secrets]).toEqual([[ref, 'secret']]);
    const second = await started();
    expect(second.status()).toMatchObject({ mode: 'live', address: chain, saved: 1 });
    expect(await second.credentials(ref)).toEqual(succeed({ address: chain, key: 'secret', studio: ref }));
    expect(await readFile(settingsPath(), 'utf8')).not.toContain('secret');
    expect((await stat(settingsPath())).mode & 0o077).toBe(0);
  });

  it('saves nothing when the key is not proved', async () => {
    proof = () => fail({ kind: 'unauthorized' });
    const service = await started();
    expect(await service.connect({ address: chain, key: 'wrong' })).toEqual(fail({ kind: 'unauthorized' }));
    expect(keychain.secrets.size).toBe(0);
    expect((await started()).status()).toEqual({ mode: 'none', studios: [] });
  });

  it('adds a second studio of the same chain beside the first', async () => {
    const service = await connected();
    whose = () => succeed({ id: '2', name: 'Ulm' });
    expect(await service.connect({ address: chain, key: 'second' })).toMatchObject({ ok: true });
    expect([...keychain.secrets]).toEqual([
      [ref, 'old'],
      [`${chain}#2`, 'second'],
    ]);
    expect(names(service)).toEqual(['Fit Example Munich', 'Ulm']);
    expect(asked).toEqual([]);
  });

  it('replaces the key of a connected studio, and says whether it is the same', async () => {
    const service = await connected();
    expect(await service.connect({ address: chain, key: 'new' })).toMatchObject({
      value: { was: 'keyReplaced' },
    });
    expect(await service.connect({ address: chain, key: 'new' })).toMatchObject({
      value: { was: 'unchanged' },
    });
    expect([...keychain.secrets]).toEqual([[ref, 'new']]);
    expect(names(service)).toHaveLength(1);
  });

  it('replaces no key of another studio', async () => {
    const service = await connected();
    whose = () => succeed({ id: '2', name: 'Ulm' });
    const outcome = await service.connect({ address: chain, key: 'ulm', replaces: ref });
    expect(outcome).toEqual(fail({ kind: 'keyOfOtherStudio', detail: 'Ulm' }));
    expect([...keychain.secrets]).toEqual([[ref, 'old']]);
  });

  it('to another address asks for consent, and without it changes nothing', async () => {
    const service = await connected();
    consent = false;
    expect(await service.connect({ address: 'https://evil.example', key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
    expect(asked).toEqual(['https://evil.example']);
    expect([...keychain.secrets]).toEqual([[ref, 'old']]);
  });

  it('to another address needs consent even after the last studio was removed', async () => {
    const service = await connected();
    await service.remove(ref);
    expect(service.status()).toEqual({ mode: 'none', studios: [], address: chain });
    consent = false;
    expect(await service.connect({ address: 'https://evil.example', key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
  });

  it('to another path of a known host asks for consent', async () => {
    const service = await connected();
    consent = false;
    expect(await service.connect({ address: `${chain}/other-app`, key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
  });

  it('asks for consent to a second address of an import, and where edited settings list no address', async () => {
    const service = await started();
    expect(await service.consents(chain)).toBe(true);
    expect(asked).toEqual([]);
    await service.consents('https://evil.example', [chain]);
    expect(asked).toEqual(['https://evil.example']);
    const studio = { address: chain, id: '1', name: 'Munich' };
    await writeFile(settingsPath(), JSON.stringify({ version: 2, addresses: [7], studios: [studio] }));
    await (await started()).consents('https://evil.example');
    expect(asked).toHaveLength(2);
  });

  it('counts the requests of one key together, and those of two keys apart', async () => {
    const service = await started();
    for (const key of ['one', 'one', 'two']) await service.connect({ address: chain, key });
    const [first, again, second] = counted;
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    expect(counted.join()).not.toContain('one');
  });

  it('keeps a path at which the API answers, and cuts one at which it does not', async () => {
    const service = await started();
    await service.connect({ address: 'https://gateway.example/api/fit/', key: 'k' });
    expect(service.studios()[0]?.address).toBe('https://gateway.example/api/fit');
    proof = (address) => (address.endsWith('/help') ? fail({ kind: 'notTheApi' }) : succeed(null));
    whose = () => succeed({ id: '9', name: 'Nine' });
    await service.connect({ address: 'https://studio.example/help', key: 'k' });
    expect(service.studios()[1]?.address).toBe(chain);
    // HEAD answers on any path, so only the studio's own request tells that the path is wrong.
    proof = () => succeed(null);
    whose = (address) =>
      address.endsWith('/pricing') ? fail({ kind: 'notFound' }) : succeed({ id: '10', name: 'Ten' });
    await service.connect({ address: 'https://studio.example/pricing', key: 'k' });
    expect(service.studios()[2]?.address).toBe(chain);
  });

  it('reports a locked keyring and keeps what was there', async () => {
    const service = await connected();
    keychain.locked = true;
    expect(problemOf(await service.connect({ address: chain, key: 'new' }))).toEqual({
      kind: 'keychainLocked',
    });
    expect(problemOf(await service.credentials(ref))).toEqual({ kind: 'keychainLocked', studio: ref });
    keychain.locked = false;
    expect(await service.credentials(ref)).toMatchObject({ value: { key: 'old' } });
  });

  it('says that the key is gone when it was removed from outside', async () => {
    const service = await connected();
    keychain.secrets.clear();
    expect(problemOf(await service.credentials(ref))).toEqual({ kind: 'keyMissing', studio: ref });
    expect([...keychain.secrets]).toEqual([]);
  });

  it('keeps unknown settings', async () => {
    await writeFile(settingsPath(), '{"version":1,"theme":"dark","shoeSize":42}');
    await connected();
    expect(await savedSettings()).toMatchObject({ version: 2, theme: 'dark', shoeSize: 42 });
  });
});

describe('a key that may not read its studio', () => {
  const forbidden = fail({ kind: 'forbidden' });

  it('needs a name, and is saved under a local ID', async () => {
    whose = () => forbidden;
    const service = await started();
    const unnamed = await service.connect({ address: chain, key: 'k' });
    expect(problemOf(unnamed)).toMatchObject({ kind: 'studioUnnamed' });
    expect(keychain.secrets.size).toBe(0);
    await service.connect({ address: chain, key: 'k', name: ' City Gym ' });
    expect(service.studios()).toEqual([
      { ref: `${chain}#local-1`, address: chain, id: 'local-1', name: 'City Gym', ownName: true },
    ]);
    await service.connect({ address: chain, key: 'k2', name: 'Other' });
    expect([...keychain.secrets.keys()]).toEqual([`${chain}#local-1`, `${chain}#local-2`]);
    expect(await service.rename(`${chain}#local-2`, 'Second')).toMatchObject({ ok: true });
    expect(names(service)).toEqual(['City Gym', 'Second']);
  });

  it('is not saved under a typed name when the API could not answer now', async () => {
    whose = () => fail({ kind: 'timeout' });
    const service = await started();
    expect(problemOf(await service.connect({ address: chain, key: 'k', name: 'City Gym' }))).toEqual({
      kind: 'timeout',
    });
    expect(keychain.secrets.size).toBe(0);
  });

  it('gets its ID from a customer whom it found, and keeps its name', async () => {
    whose = () => forbidden;
    const service = await connected({ name: 'City Gym' });
    await service.informed(`${chain}#local-1`, { id: '77' });
    expect(service.studios()).toMatchObject([
      { ref: `${chain}#77`, name: 'City Gym', formerRef: `${chain}#local-1` },
    ]);
    // Hits on screen still have the former reference.
    expect(await service.credentials(`${chain}#local-1`)).toMatchObject({ value: { key: 'old' } });
    expect([...keychain.secrets]).toEqual([[`${chain}#77`, 'old']]);
  });

  it('never gets the ID that another studio has had', async () => {
    whose = () => forbidden;
    const service = await connected({ name: 'Alpha' });
    await service.informed(`${chain}#local-1`, { id: '77' });
    await service.connect({ address: chain, key: 'second', name: 'Beta' });
    expect(await service.credentials(`${chain}#local-1`)).toMatchObject({ value: { key: 'old' } });
    expect(service.studios().map(({ id, name }) => [id, name])).toEqual([
      ['77', 'Alpha'],
      ['local-2', 'Beta'],
    ]);
    expect(await service.credentials(`${chain}#local-2`)).toMatchObject({ value: { key: 'second' } });
  });

  it('does not get the ID of a key that has not been moved yet, after a restart', async () => {
    whose = () => forbidden;
    await (await connected({ name: 'Alpha' })).informed(`${chain}#local-1`, { id: '77' });
    const service = await started();
    await service.connect({ address: chain, key: 'second', name: 'Beta' });
    expect(await service.credentials(`${chain}#77`)).toMatchObject({ value: { key: 'old' } });
    const beta = service.studios().find(({ name }) => name === 'Beta');
    expect(await service.credentials(beta?.ref ?? '')).toMatchObject({ value: { key: 'second' } });
  });

  it('is not added again under another name, and takes no key from a studio with the same name and an ID', async () => {
    whose = () => forbidden;
    const service = await connected({ name: 'City Gym' });
    expect(await service.connect({ address: chain, key: 'old', name: 'Gym City' })).toMatchObject({
      value: { was: 'unchanged' },
    });
    expect(names(service)).toEqual(['Gym City']);
    await service.informed(`${chain}#local-1`, { id: '77' });
    await service.connect({ address: chain, key: 'second', name: 'Gym City' });
    expect(await service.credentials(`${chain}#77`)).toMatchObject({ value: { key: 'old' } });
    expect(names(service)).toHaveLength(2);
  });

  it('keeps its ID when another studio has the one it would get', async () => {
    const service = await connected();
    whose = () => forbidden;
    await service.connect({ address: chain, key: 'k', name: 'Twin' });
    await service.informed(`${chain}#local-1`, { id: munich.id });
    expect(service.studios().map(({ id }) => id)).toEqual([munich.id, 'local-1']);
  });
});

describe('an installation of version 1', () => {
  const old = { version: 1, address: chain, provisioned: true };
  const moved = `${chain}#local-1`;

  beforeEach(async () => {
    await writeFile(settingsPath(), JSON.stringify(old));
    keychain.secrets.set(chain, 'old');
  });

  it('keeps its key, which is moved at the first use', async () => {
    const service = await started();
    expect(service.status()).toMatchObject({
      mode: 'live',
      studios: [{ ref: moved, name: 'studio.example' }],
    });
    expect(keychain.reads).toBe(0);
    expect(await service.credentials(moved)).toMatchObject({ value: { address: chain, key: 'old' } });
    expect([...keychain.secrets]).toEqual([[moved, 'old']]);
    expect(await savedSettings()).toEqual({
      version: 2,
      addresses: [chain],
      studios: [{ address: chain, id: 'local-1', name: 'studio.example' }],
    });
  });

  it('loses no key wherever it is interrupted, and completes the move at the next start', async () => {
    for (let calls = 0; calls < 8; calls += 1) {
      keychain.secrets.clear();
      keychain.secrets.set(chain, 'old');
      await writeFile(settingsPath(), JSON.stringify(old));
      keychain.callsLeft = calls;
      await (await started()).credentials(moved);
      keychain.callsLeft = undefined;
      const next = await started();
      expect(await next.credentials(moved), `after ${calls} calls`).toMatchObject({ value: { key: 'old' } });
      expect([...keychain.secrets], `after ${calls} calls`).toEqual([[moved, 'old']]);
    }
  });

  it('takes over the name and the ID of its studio', async () => {
    const service = await started();
    await service.informed(moved, munich);
    expect(await service.credentials(ref)).toMatchObject({ value: { key: 'old' } });
    expect([...keychain.secrets]).toEqual([[ref, 'old']]);
    expect(names(service)).toEqual([munich.name]);
  });

  it('moves no key from the account of another address', async () => {
    const studio = { address: 'https://evil.example', id: '1', name: 'Evil' };
    for (const formerAccount of [chain, ref, `${chain}#https://evil.example`, `${studio.address}x`]) {
      keychain.secrets.set(formerAccount, 'old');
      const settings = { version: 2, studios: [{ ...studio, formerAccount }] };
      await writeFile(settingsPath(), JSON.stringify(settings));
      const service = await started();
      expect(problemOf(await service.credentials('https://evil.example#1'))).toMatchObject({
        kind: 'keyMissing',
      });
      expect(keychain.secrets.get(formerAccount)).toBe('old');
    }
  });

  it('that was never connected keeps its address', async () => {
    await writeFile(settingsPath(), JSON.stringify({ ...old, provisioned: false }));
    expect((await started()).status()).toEqual({ mode: 'none', studios: [], address: chain });
  });
});

it('a name that the API gave stays', async () => {
  const service = await connected();
  await service.rename(ref, 'Augsburg');
  expect(names(service)).toEqual([munich.name]);
});

it('a name without a visible character is refused', async () => {
  whose = () => fail({ kind: 'forbidden' });
  const service = await connected({ name: 'City Gym' });
  expect(problemOf(await service.rename(`${chain}#local-1`, ' \u200b ')))?.toMatchObject({
    kind: 'invalidInput',
  });
  expect(names(service)).toEqual(['City Gym']);
});

it('what another process has added or removed stays so', async () => {
  const desk = await connected();
  const task = await started();
  whose = () => succeed({ id: '2', name: 'Ulm' });
  await task.connect({ address: chain, key: 'second' });
  await task.remove(ref);
  whose = () => succeed({ id: '3', name: 'Berlin' });
  await desk.connect({ address: chain, key: 'third' });
  expect(names(desk)).toEqual(['Berlin', 'Ulm']);
  expect(names(await started())).toEqual(['Berlin', 'Ulm']);
  expect(await desk.credentials(`${chain}#2`)).toMatchObject({ value: { key: 'second' } });
});

describe('removing', () => {
  it('removes the key and keeps the address', async () => {
    const service = await connected();
    expect(await service.remove(ref)).toMatchObject({ value: { mode: 'none', address: chain } });
    expect(keychain.secrets.size).toBe(0);
    expect((await started()).status()).toEqual({ mode: 'none', studios: [], address: chain });
  });
});

describe('demo data', () => {
  it('reads no keychain and keeps the saved studios', async () => {
    await connected();
    keychain.reads = 0;
    const service = await started(true);
    expect(service.status()).toMatchObject({ mode: 'demo', saved: 1, studios: [{ name: 'Demo' }] });
    expect(JSON.stringify(service.status())).not.toContain('"key"');
    expect(await service.credentials('http://127.0.0.1:1#5')).toMatchObject({ value: { key: 'demo' } });
    expect(problemOf(await service.credentials(ref))).toMatchObject({ kind: 'noKeyForStudio' });
    expect(keychain.reads).toBe(0);
    expect(service.resume()).toMatchObject({ value: { mode: 'live' } });
  });
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

describe('addresses set by a policy', () => {
  const set = 'https://set.example';

  it('are the only ones that can be connected', async () => {
    const service = await started(false, [set, 'https://second.example']);
    expect(service.status()).toMatchObject({
      mode: 'none',
      address: set,
      allowedAddresses: [set, 'https://second.example'],
    });
    expect(problemOf(await service.connect({ address: chain, key: 'k' }))).toMatchObject({
      inputFault: 'addressSetByPolicy',
    });
    expect(keychain.secrets.size).toBe(0);
    expect(await service.connect({ address: set, key: 'k' })).toMatchObject({ ok: true });
    expect(await service.connect({ address: 'https://second.example', key: 'k' })).toMatchObject({
      ok: true,
    });
  });

  it('keep the keys of other addresses until a new one is saved, and never use them', async () => {
    await connected();
    const service = await started(false, [set]);
    expect(service.status()).toMatchObject({ mode: 'none', address: set, studios: [] });
    expect(problemOf(await service.credentials(ref))).toMatchObject({ kind: 'notConnected' });
    expect([...keychain.secrets]).toEqual([[ref, 'old']]);
    await service.connect({ address: set, key: 'new' });
    expect([...keychain.secrets]).toEqual([[`${set}#${munich.id}`, 'new']]);
  });

  it('keep the other studios in the settings while their keys are kept', async () => {
    const service = await connected();
    whose = () => fail({ kind: 'forbidden' });
    await service.connect({ address: set, key: 'set', name: 'Set' });
    const restricted = await started(false, [set]);
    await restricted.rename(`${set}#local-1`, 'Renamed');
    expect(names(await started()).toSorted()).toEqual(['Fit Example Munich', 'Renamed']);
  });

  it('change nothing when they are the saved ones', async () => {
    await connected();
    expect(await (await started(false, [chain])).credentials(ref)).toMatchObject({ value: { key: 'old' } });
  });
});
