import { readFile, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../../preload/contract/problem';
import { chain, munich, names, problemOf, ref, TestDesktop } from './test-desktop';

let desktop: TestDesktop;

beforeEach(async () => {
  desktop = await TestDesktop.create();
});
afterEach(() => desktop.remove());

describe('connecting', () => {
  it('names the studio, saves its key in the keychain, and survives a restart', async () => {
    const first = await desktop.started();
    expect(first.status()).toEqual({ mode: 'none', studios: [] });
    const outcome = await first.connect({ address: ` ${chain}/v1/ `, key: ' secret ' });
    expect(outcome).toMatchObject({
      ok: true,
      value: { was: 'added', studio: { ref, address: chain, id: munich.id, name: munich.name } },
    });
    expect([...desktop.keychain.secrets]).toEqual([[ref, 'secret']]);
    const second = await desktop.started();
    expect(second.status()).toMatchObject({ mode: 'live', address: chain, saved: 1 });
    expect(await second.credentials(ref)).toEqual(succeed({ address: chain, key: 'secret', studio: ref }));
    expect(await readFile(desktop.settingsPath, 'utf8')).not.toContain('secret');
    // Windows has no such bits; there the profile of the user is closed to others.
    if (process.platform !== 'win32') expect((await stat(desktop.settingsPath)).mode & 0o077).toBe(0);
  });

  it('saves nothing when the key is not proved', async () => {
    desktop.proof = () => fail({ kind: 'unauthorized' });
    const service = await desktop.started();
    expect(await service.connect({ address: chain, key: 'wrong' })).toEqual(fail({ kind: 'unauthorized' }));
    expect(desktop.keychain.secrets.size).toBe(0);
    expect((await desktop.started()).status()).toEqual({ mode: 'none', studios: [] });
  });

  it('adds a second studio of the same chain beside the first', async () => {
    const service = await desktop.connected();
    desktop.information = () => succeed({ id: '2', name: 'Ulm' });
    expect(await service.connect({ address: chain, key: 'second' })).toMatchObject({ ok: true });
    expect([...desktop.keychain.secrets]).toEqual([
      [ref, 'old'],
      [`${chain}#2`, 'second'],
    ]);
    expect(names(service)).toEqual(['Fit Example Munich', 'Ulm']);
    expect(desktop.asked).toEqual([]);
  });

  it('replaces the key of a connected studio, and says whether it is the same', async () => {
    const service = await desktop.connected();
    expect(await service.connect({ address: chain, key: 'new' })).toMatchObject({
      value: { was: 'keyReplaced' },
    });
    expect(await service.connect({ address: chain, key: 'new' })).toMatchObject({
      value: { was: 'unchanged' },
    });
    expect([...desktop.keychain.secrets]).toEqual([[ref, 'new']]);
    expect(names(service)).toHaveLength(1);
  });

  it('replaces no key of another studio', async () => {
    const service = await desktop.connected();
    desktop.information = () => succeed({ id: '2', name: 'Ulm' });
    const outcome = await service.connect({ address: chain, key: 'ulm', replaces: ref });
    expect(outcome).toEqual(fail({ kind: 'keyOfOtherStudio', detail: 'Ulm' }));
    expect([...desktop.keychain.secrets]).toEqual([[ref, 'old']]);
  });

  it('to another address asks for consent, and without it changes nothing', async () => {
    const service = await desktop.connected();
    desktop.consent = false;
    expect(await service.connect({ address: 'https://evil.example', key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
    expect(desktop.asked).toEqual(['https://evil.example']);
    expect([...desktop.keychain.secrets]).toEqual([[ref, 'old']]);
  });

  it('to another address needs consent even after the last studio was removed', async () => {
    const service = await desktop.connected();
    await service.remove(ref);
    expect(service.status()).toEqual({ mode: 'none', studios: [], address: chain });
    desktop.consent = false;
    expect(await service.connect({ address: 'https://evil.example', key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
  });

  it('to another path of a known host asks for consent', async () => {
    const service = await desktop.connected();
    desktop.consent = false;
    expect(await service.connect({ address: `${chain}/other-app`, key: 'x' })).toEqual(
      fail({ kind: 'cancelled' }),
    );
  });

  it('asks for consent to a second address of an import, and where edited settings list no address', async () => {
    const service = await desktop.started();
    expect(await service.consents(chain)).toBe(true);
    expect(desktop.asked).toEqual([]);
    await service.consents('https://evil.example', [chain]);
    expect(desktop.asked).toEqual(['https://evil.example']);
    const studio = { address: chain, id: '1', name: 'Munich' };
    await writeFile(desktop.settingsPath, JSON.stringify({ version: 2, addresses: [7], studios: [studio] }));
    await (await desktop.started()).consents('https://evil.example');
    expect(desktop.asked).toHaveLength(2);
  });

  it('counts the requests of one key together, and those of two keys apart', async () => {
    const service = await desktop.started();
    for (const key of ['one', 'one', 'two']) await service.connect({ address: chain, key });
    const [first, again, second] = desktop.counted;
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    expect(desktop.counted.join()).not.toContain('one');
  });

  it('keeps a path at which the API answers, and cuts one at which it does not', async () => {
    const service = await desktop.started();
    await service.connect({ address: 'https://gateway.example/api/fit/', key: 'k' });
    expect(service.studios()[0]?.address).toBe('https://gateway.example/api/fit');
    desktop.proof = (address) => (address.endsWith('/help') ? fail({ kind: 'notTheApi' }) : succeed(null));
    desktop.information = () => succeed({ id: '9', name: 'Nine' });
    await service.connect({ address: 'https://studio.example/help', key: 'k' });
    expect(service.studios()[1]?.address).toBe(chain);
    // HEAD answers on any path, so only the studio's own request tells that the path is wrong.
    desktop.proof = () => succeed(null);
    desktop.information = (address) =>
      address.endsWith('/pricing') ? fail({ kind: 'notFound' }) : succeed({ id: '10', name: 'Ten' });
    await service.connect({ address: 'https://studio.example/pricing', key: 'k' });
    expect(service.studios()[2]?.address).toBe(chain);
  });

  it('reports a locked keyring and keeps what was there', async () => {
    const service = await desktop.connected();
    desktop.keychain.locked = true;
    expect(problemOf(await service.connect({ address: chain, key: 'new' }))).toEqual({
      kind: 'keychainLocked',
    });
    expect(problemOf(await service.credentials(ref))).toEqual({ kind: 'keychainLocked', studio: ref });
    desktop.keychain.locked = false;
    expect(await service.credentials(ref)).toMatchObject({ value: { key: 'old' } });
  });

  it('says that the key is gone when it was removed from outside', async () => {
    const service = await desktop.connected();
    desktop.keychain.secrets.clear();
    expect(problemOf(await service.credentials(ref))).toEqual({ kind: 'keyMissing', studio: ref });
    expect([...desktop.keychain.secrets]).toEqual([]);
  });

  it('keeps unknown settings', async () => {
    await writeFile(desktop.settingsPath, '{"version":1,"theme":"dark","shoeSize":42}');
    await desktop.connected();
    expect(await desktop.savedSettings()).toMatchObject({ version: 2, theme: 'dark', shoeSize: 42 });
  });
});

it('a name that the API gave stays', async () => {
  const service = await desktop.connected();
  await service.rename(ref, 'Augsburg');
  expect(names(service)).toEqual([munich.name]);
});

it('a name without a visible character is refused', async () => {
  desktop.information = () => fail({ kind: 'forbidden' });
  const service = await desktop.connected({ name: 'City Gym' });
  expect(problemOf(await service.rename(`${chain}#local-1`, ' \u200b ')))?.toMatchObject({
    kind: 'invalidInput',
  });
  expect(names(service)).toEqual(['City Gym']);
});

it('what another process has added or removed stays so', async () => {
  const desk = await desktop.connected();
  const task = await desktop.started();
  desktop.information = () => succeed({ id: '2', name: 'Ulm' });
  await task.connect({ address: chain, key: 'second' });
  await task.remove(ref);
  desktop.information = () => succeed({ id: '3', name: 'Berlin' });
  await desk.connect({ address: chain, key: 'third' });
  expect(names(desk)).toEqual(['Berlin', 'Ulm']);
  expect(names(await desktop.started())).toEqual(['Berlin', 'Ulm']);
  expect(await desk.credentials(`${chain}#2`)).toMatchObject({ value: { key: 'second' } });
});

describe('removing', () => {
  it('removes the key and keeps the address', async () => {
    const service = await desktop.connected();
    expect(await service.remove(ref)).toMatchObject({ value: { mode: 'none', address: chain } });
    expect(desktop.keychain.secrets.size).toBe(0);
    expect((await desktop.started()).status()).toEqual({ mode: 'none', studios: [], address: chain });
  });
});

describe('demo data', () => {
  it('reads no keychain and keeps the saved studios', async () => {
    await desktop.connected();
    desktop.keychain.reads = 0;
    const service = await desktop.started(true);
    expect(service.status()).toMatchObject({ mode: 'demo', saved: 1, studios: [{ name: 'Demo' }] });
    expect(JSON.stringify(service.status())).not.toContain('"key"');
    expect(await service.credentials('http://127.0.0.1:1#5')).toMatchObject({ value: { key: 'demo' } });
    expect(problemOf(await service.credentials(ref))).toMatchObject({ kind: 'noKeyForStudio' });
    expect(desktop.keychain.reads).toBe(0);
    expect(service.resume()).toMatchObject({ value: { mode: 'live' } });
  });
});
