import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type DemoServer, startDemoServer } from '../../main/demo/server';
import { saveConnection } from '../faults/fixtures';
import { test as base, canaryKey } from '../fixtures';
import { type Launched, launchRingside } from '../launch';
import { type LinuxSecretService, startSecretService } from '../secret-service';
import { bringHelpers } from './in-page';
import { Listener } from './listener';
import { openPackaged, type Packaged, type Start, startRelease } from './packaged';
import { type AttackId, attacks } from './table';

/** A package in use: connected to an API, with a customer open, and a listener outside that must hear nothing. */
export interface Range extends Packaged {
  home: string;
  api: DemoServer;
  secrets: LinuxSecretService;
  listener: Listener;
}

/** What an attack may use. All of it ends with its test, but for {@link Target.range}, which a worker's attacks share. */
export interface Target {
  home: string;
  display: string;
  range: Range;
  /** One of the attack's own: Playwright waits for ever on a page whose navigations were refused. */
  ownRange: () => Promise<Range>;
  /** A Secret Service of the attack's own. */
  keychain: () => Promise<LinuxSecretService>;
  /** A package of the attack's own. */
  open: (start?: Partial<Start>) => Promise<Packaged>;
  /** The build of development, whose main process can be asked. */
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
    { scope: 'worker', timeout: 60_000 },
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
  // Nobody touches a key here, and the desk must not think it was left.
  await saveConnection(home, secrets, api.origin, { idleMinutes: 0 });
  const packaged = await openPackaged({ home, display, env: secrets.env });
  await packaged.desk.find('1001');
  await expect(packaged.desk.money('Balance')).toContainText('89.70');
  await packaged.page.evaluate(bringHelpers);
  const end = async () => {
    await packaged.end();
    listener.close();
    await api.close();
    await secrets.end();
    await rm(home, { recursive: true, force: true });
  };
  return { ...packaged, home, api, secrets, listener, end };
}

/** One row of the table. @param carryOut resolves to what was seen, in the words of the row when it was refused */
export function attack(id: AttackId, carryOut: (target: Target) => Promise<string>): void {
  const { attack: title, expected } = attacks[id];
  test(title, { annotation: { type: 'attack', description: id } }, async ({ target }) => {
    const seen = await carryOut(target);
    test.info().annotations.push({ type: 'seen', description: seen });
    expect(seen).toBe(expected);
  });
}

/** An attack of the page itself on the shared package. `inPage` is told the port on which somebody outside listens. */
export function pageAttack(id: AttackId, inPage: (port: number) => Promise<string> | string): void {
  attack(id, async ({ range: { page, listener } }) => {
    const before = listener.heard;
    const seen = await page.evaluate(inPage, listener.port);
    const heard = listener.heard - before;
    return heard === 0 ? seen : `${seen}; ${heard} times heard outside`;
  });
}
