import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type DemoServer, startDemoServer } from '../../main/demo/server';
import { saveConnection } from '../faults/fixtures';
import { test as base } from '../fixtures';
import { type Launched, launchRingside } from '../launch';
import { removeFolder } from '../remove-folder';
import { canaryKey } from '../saved-studios';
import { type LinuxSecretService, startSecretService } from '../secret-service';
import { Listener } from './listener';
import { openPackaged, type Packaged, type Start, startRelease } from './packaged';
import { installPageHelpers } from './page-helpers';
import { type AttackId, attacks } from './table';

/**
 * A running package that is connected to an API with an open customer, and an outside listener that must receive
 * nothing.
 */
export interface Range extends Packaged {
  home: string;
  api: DemoServer;
  secrets: LinuxSecretService;
  listener: Listener;
}

/**
 * What an attack can use. Everything ends with the test except {@link Target.range}, which the attacks of a worker
 * share.
 */
export interface Target {
  home: string;
  display: string;
  range: Range;
  /** A page for one attack: Playwright waits forever on a page whose navigations were refused. */
  ownRange: () => Promise<Range>;
  /** A Secret Service for one attack. */
  keychain: () => Promise<LinuxSecretService>;
  /** A package for one attack. */
  open: (start?: Partial<Start>) => Promise<Packaged>;
  /** The development build, whose main process can be inspected. */
  openDevelopment: (args?: string[], env?: Record<string, string>) => Promise<Launched>;
  release: (start: Partial<Start>) => ReturnType<typeof startRelease>;
}

export const test = base.extend<{ target: Target }, { range: Range }>({
  range: [
    async ({ display }, use) => {
      const range = await openRange(display);
      await use(range);
      await range.end();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  target: async ({ home, display, range }, use) => {
    const ends: (() => Promise<void>)[] = [];
    const ending = <T extends { end: () => Promise<void> }>(each: T): T => {
      ends.unshift(each.end);
      return each;
    };
    await use({
      home,
      display,
      range,
      ownRange: async () => ending(await openRange(display)),
      keychain: async () => ending(await startSecretService()),
      open: async (start) => ending(await openPackaged({ home, display, ...start })),
      openDevelopment: async (args = [], env = {}) =>
        ending(await launchRingside({ home, display, args: ['--lang=en-GB', ...args], env })),
      release: (start) => startRelease({ home, display, ...start }),
    });
    for (const end of ends) await end();
  },
});

async function openRange(display: string): Promise<Range> {
  const home = await mkdtemp(join(tmpdir(), 'ringside-'));
  const secrets = await startSecretService();
  const api = await startDemoServer({ key: canaryKey });
  const listener = await Listener.open();
  // The attack presses no key, and the desk must not lock itself.
  await saveConnection(home, secrets, api.origin, { idleMinutes: 0 });
  const packaged = await openPackaged({ home, display, env: secrets.env });
  await packaged.desk.find('1001');
  await expect(packaged.desk.money('Balance')).toContainText('89.70');
  // The desk's own requests: the customer, the balance, both periods of bookings and the contracts. Attacks count those after them.
  await expect.poll(() => api.requests()).toBe(5);
  await packaged.page.evaluate(installPageHelpers);
  const end = async () => {
    await packaged.end();
    listener.close();
    await api.close();
    await secrets.end();
    await removeFolder(home);
  };
  return { ...packaged, home, api, secrets, listener, end };
}

/**
 * Declares a row of the table. @param carryOut resolves to what was observed, in the words of the row when the attack
 * was refused
 */
export function attack(id: AttackId, carryOut: (target: Target) => Promise<string>): void {
  const { attack: title, expected } = attacks[id];
  test(title, { annotation: { type: 'attack', description: id } }, async ({ target }) => {
    const seen = await carryOut(target);
    test.info().annotations.push({ type: 'seen', description: seen });
    expect(seen).toBe(expected);
  });
}

/** Declares an attack from the page of the shared package. `inPage` receives the port of the outside listener. */
export function pageAttack(id: AttackId, inPage: (port: number) => Promise<string> | string): void {
  attack(id, async ({ range: { page, listener } }) => {
    const before = listener.heard;
    const seen = await page.evaluate(inPage, listener.port);
    const heard = listener.heard - before;
    return heard === 0 ? seen : `${seen}; ${heard} times heard outside`;
  });
}
