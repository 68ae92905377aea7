import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../preload/contract/problem';
import { chain, munich, names, problemOf, ref, TestDesktop } from './test-desktop';

let desktop: TestDesktop;

beforeEach(async () => {
  desktop = await TestDesktop.create();
});
afterEach(() => desktop.remove());

describe('addresses set by a policy', () => {
  const set = 'https://set.example';

  it('are the only ones that can be connected', async () => {
    const service = await desktop.started(false, [set, 'https://second.example']);
    expect(service.status()).toMatchObject({
      mode: 'none',
      address: set,
      allowedAddresses: [set, 'https://second.example'],
    });
    expect(problemOf(await service.connect({ address: chain, key: 'k' }))).toMatchObject({
      inputFault: 'addressSetByPolicy',
    });
    expect(desktop.keychain.secrets.size).toBe(0);
    expect(await service.connect({ address: set, key: 'k' })).toMatchObject({ ok: true });
    expect(await service.connect({ address: 'https://second.example', key: 'k' })).toMatchObject({
      ok: true,
    });
  });

  it('keep the keys of other addresses until a new one is saved, and never use them', async () => {
    await desktop.connected();
    const service = await desktop.started(false, [set]);
    expect(service.status()).toMatchObject({ mode: 'none', address: set, studios: [] });
    expect(problemOf(await service.credentials(ref))).toMatchObject({ kind: 'notConnected' });
    expect([...desktop.keychain.secrets]).toEqual([[ref, 'old']]);
    await service.connect({ address: set, key: 'new' });
    expect([...desktop.keychain.secrets]).toEqual([[`${set}#${munich.id}`, 'new']]);
  });

  it('keep the other studios in the settings while their keys are kept', async () => {
    const service = await desktop.connected();
    desktop.information = () => fail({ kind: 'forbidden' });
    await service.connect({ address: set, key: 'set', name: 'Set' });
    const restricted = await desktop.started(false, [set]);
    await restricted.rename(`${set}#local-1`, 'Renamed');
    expect(names(await desktop.started()).toSorted()).toEqual(['Fit Example Munich', 'Renamed']);
  });

  it('change nothing when they are the saved ones', async () => {
    await desktop.connected();
    expect(await (await desktop.started(false, [chain])).credentials(ref)).toMatchObject({
      value: { key: 'old' },
    });
  });
});
