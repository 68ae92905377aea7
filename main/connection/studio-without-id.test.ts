import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../preload/contract/problem';
import { chain, munich, names, problemOf, TestDesktop } from './test-desktop';

let desktop: TestDesktop;

beforeEach(async () => {
  desktop = await TestDesktop.create();
});
afterEach(() => desktop.remove());

describe('a key that may not read its studio', () => {
  const forbidden = fail({ kind: 'forbidden' });

  it('needs a name, and is saved under a local ID', async () => {
    desktop.information = () => forbidden;
    const service = await desktop.started();
    const unnamed = await service.connect({ address: chain, key: 'k' });
    expect(problemOf(unnamed)).toMatchObject({ kind: 'studioUnnamed' });
    expect(desktop.keychain.secrets.size).toBe(0);
    await service.connect({ address: chain, key: 'k', name: ' City Gym ' });
    expect(service.studios()).toEqual([
      { ref: `${chain}#local-1`, address: chain, id: 'local-1', name: 'City Gym', ownName: true },
    ]);
    await service.connect({ address: chain, key: 'k2', name: 'Other' });
    expect([...desktop.keychain.secrets.keys()]).toEqual([`${chain}#local-1`, `${chain}#local-2`]);
    expect(await service.rename(`${chain}#local-2`, 'Second')).toMatchObject({ ok: true });
    expect(names(service)).toEqual(['City Gym', 'Second']);
  });

  it('is not saved under a typed name when the API could not answer now', async () => {
    desktop.information = () => fail({ kind: 'timeout' });
    const service = await desktop.started();
    expect(problemOf(await service.connect({ address: chain, key: 'k', name: 'City Gym' }))).toEqual({
      kind: 'timeout',
    });
    expect(desktop.keychain.secrets.size).toBe(0);
  });

  it('gets its ID from a customer whom it found, and keeps its name', async () => {
    desktop.information = () => forbidden;
    const service = await desktop.connected({ name: 'City Gym' });
    await service.informed(`${chain}#local-1`, { id: '77' });
    expect(service.studios()).toMatchObject([
      { ref: `${chain}#77`, name: 'City Gym', formerRef: `${chain}#local-1` },
    ]);
    // Hits on screen still have the former reference.
    expect(await service.credentials(`${chain}#local-1`)).toMatchObject({ value: { key: 'old' } });
    expect([...desktop.keychain.secrets]).toEqual([[`${chain}#77`, 'old']]);
  });

  it('never gets the ID that another studio has had', async () => {
    desktop.information = () => forbidden;
    const service = await desktop.connected({ name: 'Alpha' });
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
    desktop.information = () => forbidden;
    await (await desktop.connected({ name: 'Alpha' })).informed(`${chain}#local-1`, { id: '77' });
    const service = await desktop.started();
    await service.connect({ address: chain, key: 'second', name: 'Beta' });
    expect(await service.credentials(`${chain}#77`)).toMatchObject({ value: { key: 'old' } });
    const beta = service.studios().find(({ name }) => name === 'Beta');
    expect(await service.credentials(beta?.ref ?? '')).toMatchObject({ value: { key: 'second' } });
  });

  it('is not added again under another name, and takes no key from a studio with the same name and an ID', async () => {
    desktop.information = () => forbidden;
    const service = await desktop.connected({ name: 'City Gym' });
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
    const service = await desktop.connected();
    desktop.information = () => forbidden;
    await service.connect({ address: chain, key: 'k', name: 'Twin' });
    await service.informed(`${chain}#local-1`, { id: munich.id });
    expect(service.studios().map(({ id }) => id)).toEqual([munich.id, 'local-1']);
  });
});
