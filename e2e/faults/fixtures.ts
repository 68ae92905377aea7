import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test as base } from '../fixtures';
import { type Launched, launchRingside } from '../launch';
import { removeFolder } from '../remove-folder';
import { canaryKey, munich, saveStudios } from '../saved-studios';
import { type SecretService, startSecretService } from '../secret-service';
import { FaultContext } from './fault-context';
import { FaultServer } from './server';

/** The shared Ringside and the server that rows manipulate. */
export interface SharedFaultContext extends FaultContext {
  server: FaultServer;
  /** Another web server: it answers every request with 404 and records the headers. */
  other: { origin: string; seen: unknown[] };
  /** When the row began, in the format of the records of calls. */
  begun: string;
}

/** Starts a Ringside for one row that was connected to this address before. */
export type OpenConnected = (address: string, ...switches: string[]) => Promise<FaultContext>;

interface Fixtures {
  ringside: SharedFaultContext;
  openConnected: OpenConnected;
}

/** One Ringside per worker, because a launch takes longer than most rows. */
interface Shared {
  launched: Launched;
  server: FaultServer;
}

export const test = base.extend<Fixtures, { shared: Shared }>({
  shared: [
    async ({ display }, use) => {
      const home = await mkdtemp(join(tmpdir(), 'ringside-'));
      const secrets = await startSecretService();
      const server = await FaultServer.start(canaryKey);
      // A row of another desktop may last longer than the idle time.
      await saveConnection(home, secrets, server.origin, { idleMinutes: 0 });
      const launched = await launchRingside({ home, display, args: ['--lang=en-GB'], env: secrets.env });
      await use({ launched, server });
      await launched.end();
      await server.close();
      await secrets.end();
      await removeFolder(home);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  ringside: async ({ shared: { launched, server }, page404 }, use) => {
    const ringside = Object.assign(new FaultContext(launched), { server, other: page404 });
    // A request of the row before that is still running would be counted in this one.
    await expect(ringside.page.locator('[class*=skeleton]')).toHaveCount(0);
    await ringside.page.keyboard.press('Control+Shift+X');
    await expect(ringside.page.getByText('Who is calling?')).toBeVisible();
    await expect(ringside.desk.diagnostics).toBeHidden();
    server.clear();
    await use(Object.assign(ringside, { begun: new Date().toISOString() }));
  },
  openConnected: async ({ launch, secrets, home }, use) => {
    await use(async (address, ...switches) => {
      await saveConnection(home, secrets, address);
      return new FaultContext(await launch(['--lang=en-GB', ...switches], secrets.env));
    });
  },
});

/** Writes the settings and the keychain entry of a connected Ringside. */
export async function saveConnection(
  home: string,
  secrets: SecretService,
  address: string,
  preferences: object = {},
): Promise<void> {
  await saveStudios(home, secrets, [{ address, key: canaryKey, ...munich }], preferences);
}
