import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chain, munich, names, problemOf, ref, TestDesktop } from './test-desktop';

let desktop: TestDesktop;

beforeEach(async () => {
  desktop = await TestDesktop.create();
});
afterEach(() => desktop.remove());

describe('an installation of version 1', () => {
  const old = { version: 1, address: chain, provisioned: true };
  const moved = `${chain}#local-1`;

  beforeEach(async () => {
    await writeFile(desktop.settingsPath, JSON.stringify(old));
    desktop.keychain.secrets.set(chain, 'old');
  });

  it('keeps its key, which is moved at the first use', async () => {
    const service = await desktop.started();
    expect(service.status()).toMatchObject({
      mode: 'live',
      studios: [{ ref: moved, name: 'studio.example' }],
    });
    expect(desktop.keychain.reads).toBe(0);
    expect(await service.credentials(moved)).toMatchObject({ value: { address: chain, key: 'old' } });
    expect([...desktop.keychain.secrets]).toEqual([[moved, 'old']]);
    expect(await desktop.savedSettings()).toEqual({
      version: 2,
      addresses: [chain],
      studios: [{ address: chain, id: 'local-1', name: 'studio.example' }],
    });
  });

  it('loses no key wherever it is interrupted, and completes the move at the next start', async () => {
    for (let calls = 0; calls < 8; calls += 1) {
      desktop.keychain.secrets.clear();
      desktop.keychain.secrets.set(chain, 'old');
      await writeFile(desktop.settingsPath, JSON.stringify(old));
      desktop.keychain.callsLeft = calls;
      await (await desktop.started()).credentials(moved);
      desktop.keychain.callsLeft = undefined;
      const next = await desktop.started();
      expect(await next.credentials(moved), `after ${calls} calls`).toMatchObject({ value: { key: 'old' } });
      expect([...desktop.keychain.secrets], `after ${calls} calls`).toEqual([[moved, 'old']]);
    }
  });

  it('takes over the name and the ID of its studio', async () => {
    const service = await desktop.started();
    await service.informed(moved, munich);
    expect(await service.credentials(ref)).toMatchObject({ value: { key: 'old' } });
    expect([...desktop.keychain.secrets]).toEqual([[ref, 'old']]);
    expect(names(service)).toEqual([munich.name]);
  });

  it('moves no key from the account of another address', async () => {
    const studio = { address: 'https://evil.example', id: '1', name: 'Evil' };
    for (const formerAccount of [chain, ref, `${chain}#https://evil.example`, `${studio.address}x`]) {
      desktop.keychain.secrets.set(formerAccount, 'old');
      const settings = { version: 2, studios: [{ ...studio, formerAccount }] };
      await writeFile(desktop.settingsPath, JSON.stringify(settings));
      const service = await desktop.started();
      expect(problemOf(await service.credentials('https://evil.example#1'))).toMatchObject({
        kind: 'keyMissing',
      });
      expect(desktop.keychain.secrets.get(formerAccount)).toBe('old');
    }
  });

  it('that was never connected keeps its address', async () => {
    await writeFile(desktop.settingsPath, JSON.stringify({ ...old, provisioned: false }));
    expect((await desktop.started()).status()).toEqual({ mode: 'none', studios: [], address: chain });
  });
});
