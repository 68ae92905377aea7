import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { type DemoServer, startDemoServer } from '../main/demo/server';
import { DeskPage } from './desk-page';
import { openOsKeychain } from './os-keychain';
import { type SecretService, startSecretService } from './secret-service';
import { firstLine, start } from './spawned';

const root = resolve(__dirname, '..');

export interface Launched {
  app: ElectronApplication;
  page: Page;
  desk: DeskPage;
  /** Closes it and waits until the last of its processes is gone. */
  end: () => Promise<void>;
}

interface Fixtures {
  /** A folder of this test's own in which Ringside keeps its data. */
  home: string;
  secrets: SecretService;
  /** The API on loopback, with a key that must turn up nowhere. */
  api: DemoServer;
  /** A web server that is not the API: it answers everybody 404 and remembers the headers it saw. */
  page404: { origin: string; seen: unknown[] };
  /** Opens Ringside with these switches; every instance is closed with the test. */
  launch: (args?: string[], env?: Record<string, string>) => Promise<Launched>;
  /** Ringside on demo data. */
  demo: Launched;
}

/** The key of {@link Fixtures.api}: whatever file or answer holds it has leaked. */
export const canaryKey = 'canary-9b1d7c52-key';

/** Playwright reads the dependencies of a fixture from its first pattern, which is empty where there are none. */
export const test = base.extend<Fixtures, { display: string }>({
  // One display a worker: a clipboard belongs to a display, and two tests must not share one.
  display: [
    async ({}, use) => {
      if (process.platform !== 'linux') return use('');
      const args = ['-displayfd', '1', '-screen', '0', '2560x1440x24', '-nolisten', 'tcp'];
      const server = start('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
      await use(`:${await firstLine(server)}`);
      await server.end();
    },
    { scope: 'worker' },
  ],
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'ringside-'));
    await use(home);
    await rm(home, { recursive: true, force: true });
  },
  secrets: async ({}, use) => {
    const service = process.platform === 'linux' ? await startSecretService() : await openOsKeychain();
    await use(service);
    await service.end();
  },
  api: async ({}, use) => {
    const server = await startDemoServer({ key: canaryKey });
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
    await use(async (args = [], env = {}) => {
      // Without an executable Playwright finds Electron itself, and holds the app back until it has attached to it.
      const app = await electron.launch({
        chromiumSandbox: !process.env.RINGSIDE_NO_SANDBOX,
        args: [root, ...args],
        env: {
          ...(process.env as Record<string, string>),
          // Nobody answers here unless a test brings a Secret Service.
          DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus`,
          HOME: home,
          XDG_CONFIG_HOME: home,
          ...(display && { DISPLAY: display }),
          ...env,
        },
      });
      // Playwright says "closed" when it has lost the app's sight: its processes may write to the home until they are gone.
      const ended = once(app.process(), 'close');
      const end = async () => {
        await app.close().catch(() => undefined);
        await ended;
      };
      ends.push(end);
      const page = await app.firstWindow();
      return { app, page, desk: new DeskPage(page, app), end };
    });
    for (const end of ends) await end();
  },
  demo: async ({ launch }, use) => {
    await use(await launch(['--demo', '--lang=en-GB']));
  },
});
