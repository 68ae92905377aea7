import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type TestInfo } from '@playwright/test';
import { type DemoOptions, type DemoServer, startDemoServer } from '../main/demo/server';
import { displayArguments } from '../scripts/display.mjs';
import { here } from '../scripts/platforms.mjs';
import { type HeldApi, holdApi } from './held-api';
import { type Launched, launchRingside } from './launch';
import { openKeychain } from './os-keychain';
import { removeFolder } from './remove-folder';
import { canaryKey, demoArgs, munich, saveStudios } from './saved-studios';
import type { SecretService } from './secret-service';
import { firstLine, start } from './spawned-process';
import { type Warm, WarmDesks, type WarmKind } from './warm-desk';
import { type fixedDay, warmDemo, warmStudio, warmStudios, warmVerifying } from './warm-kinds';

interface Fixtures {
  /** User data folder of this test. */
  home: string;
  /** A keychain that is empty at first; the tests of a worker use one after the other. */
  secrets: SecretService;
  /** Options of {@link Fixtures.api}. */
  apiOptions: Partial<DemoOptions>;
  /** The API on loopback, with a key that must not appear anywhere. */
  api: DemoServer;
  /** A web server that is not the API: it answers every request with 404 and records the headers. */
  page404: { origin: string; seen: unknown[] };
  /** Starts Ringside with these switches; it is closed at the end of the test. */
  launch: (args?: string[], env?: Record<string, string>, preloaded?: readonly string[]) => Promise<Launched>;
  /** Ringside that was connected to {@link Fixtures.api} before. */
  connected: Launched;
  /** Ringside, connected to these studios of {@link Fixtures.api}: those whose name contains one of the words, or all. */
  openStudios: (words?: readonly string[], args?: readonly string[]) => Promise<Launched>;
  /** Ringside, connected to {@link Fixtures.api} through a server that holds the requests whose path contains a text. */
  openHeld: (pathPart: string) => Promise<Launched & { held: HeldApi }>;
  /** Ringside with a policy, on demo data. */
  openWithPolicy: (policy: object, args?: string[]) => Promise<Launched>;
  /** Ringside on demo data. */
  demo: Launched;
  /**
   * Ringside on demo data as {@link Fixtures.demo}, without a start: earlier tests of this worker have used it, and it was
   * emptied and proved clean after each. For tests that need no start, and leave no endpoint paused.
   */
  warm: Warm;
  /** As {@link Fixtures.warm}, with every studio of the demo data. */
  warmStudios: Warm;
  /** As {@link Fixtures.warm}, with a policy of four factors of verification. */
  warmVerifying: Warm;
  /** As {@link Fixtures.warm}, connected to an API whose day is {@link fixedDay}. */
  warmConnected: Warm & { api: DemoServer };
}

interface WorkerFixtures {
  display: string;
  /** The keychain of {@link Fixtures.secrets}. */
  keychain: SecretService;
  warmDesks: WarmDesks;
}

/** Loaded before the app, so that telemetry is exported after one second. */
export const earlyExport = join(__dirname, 'early-export.cjs');

/** An X display of its own, without a screen. */
export async function startDisplay(): Promise<{ display: string; end: () => Promise<void> }> {
  const server = start('Xvfb', displayArguments, { stdio: ['ignore', 'pipe', 'ignore'] });
  return { display: `:${await firstLine(server)}`, end: server.end };
}

/** A fixture that lends a warm desk of a kind. */
export function lent<T extends object>(kind: WarmKind<T>) {
  return (
    { warmDesks }: Pick<WorkerFixtures, 'warmDesks'>,
    use: (desk: Warm & T) => Promise<void>,
    testInfo: TestInfo,
  ) => warmDesks.lend(kind, use, () => testInfo.status === testInfo.expectedStatus);
}

/** Playwright reads the dependencies of a fixture from its first pattern, which is empty where there are none. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // One display per worker: a display has one clipboard, and two tests must not share it.
  display: [
    async ({}, use) => {
      if (!here.ownDesktop) return use('');
      const { display, end } = await startDisplay();
      await use(display);
      await end();
    },
    { scope: 'worker' },
  ],
  keychain: [
    async ({}, use) => {
      const service = await openKeychain();
      await use(service);
      await service.end();
    },
    { scope: 'worker' },
  ],
  warmDesks: [
    async ({ display }, use) => {
      const desks = new WarmDesks(display);
      await use(desks);
      await desks.end();
    },
    { scope: 'worker' },
  ],
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'ringside-'));
    await use(home);
    await removeFolder(home);
  },
  secrets: async ({ keychain }, use) => {
    await use(keychain);
    await keychain.forget();
    expect(await keychain.entries(), 'entries left for the next test').toEqual([]);
  },
  apiOptions: [{}, { option: true }],
  api: async ({ apiOptions }, use) => {
    const server = await startDemoServer({ key: canaryKey, ...apiOptions });
    await use(server);
    await server.close();
  },
  page404: async ({}, use) => {
    const seen: unknown[] = [];
    const server = createServer((message, response) => {
      seen.push(message.headers);
      response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen });
    server.closeAllConnections();
    server.close();
  },
  launch: async ({ home, display }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async (args = [], env = {}, preloaded = []) => {
      const launched = await launchRingside({ home, display, args, env, preloaded });
      ends.push(launched.end);
      return launched;
    });
    for (const end of ends) await end();
  },
  connected: async ({ launch, home, secrets, api }, use) => {
    await saveStudios(home, secrets, api.studios.slice(0, 1));
    await use(await launch(['--lang=en-GB'], secrets.env));
  },
  openStudios: async ({ launch, home, secrets, api }, use) => {
    await use(async (words = [''], args = []) => {
      const studios = api.studios.filter(({ name }) => words.some((word) => name.includes(word)));
      await saveStudios(home, secrets, studios);
      return launch(['--lang=en-GB', ...args], secrets.env);
    });
  },
  openHeld: async ({ launch, home, secrets, api }, use) => {
    const all: HeldApi[] = [];
    await use(async (pathPart) => {
      const held = await holdApi(api.origin, pathPart);
      all.push(held);
      await saveStudios(home, secrets, [{ address: held.origin, ...munich, key: api.key }]);
      return { ...(await launch(['--lang=en-GB'], secrets.env)), held };
    });
    for (const held of all) {
      held.release();
      await held.close();
    }
  },
  openWithPolicy: async ({ launch, home }, use) => {
    await use(async (policy, args = demoArgs) => {
      const file = join(home, 'policy.json');
      await writeFile(file, JSON.stringify(policy));
      return launch([...args, `--policy=${file}`]);
    });
  },
  demo: async ({ launch }, use) => {
    await use(await launch(demoArgs));
  },
  warm: lent(warmDemo),
  warmStudios: lent(warmStudios),
  warmVerifying: lent(warmVerifying),
  warmConnected: lent(warmStudio),
});
