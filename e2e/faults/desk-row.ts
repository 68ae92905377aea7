import { expect } from '@playwright/test';
import { problems } from '../../renderer/messages/en-problems';
import { canaryKey } from '../fixtures';
import { type Launched, launchRingside } from '../launch';
import { type LinuxSecretService, startSecretService } from '../secret-service';
import { type Stage, saveConnection, test } from './fixtures';
import { Scene } from './scene';
import { FaultServer } from './server';
import { type Fault, type FaultId, faults } from './table';

/** A desktop of a row's own: a home, a Secret Service and an API, and no Ringside yet. */
export interface Desktop {
  home: string;
  display: string;
  secrets: LinuxSecretService;
  server: FaultServer;
  /** Leaves behind what a connected Ringside does: the address in its settings and the key in the keychain. */
  connected: () => Promise<void>;
  /** Opens Ringside; `folder` is where its build is, when not where it was built. */
  open: (options?: { env?: Record<string, string>; folder?: string }) => Promise<Scene & Launched>;
  /** Starts the clock of the row. */
  begin: () => void;
}

/** A row with a desktop of its own. @param provoke resolves to what the agent then reads */
export function deskRow(
  id: FaultId,
  provoke: (desktop: Desktop) => Promise<string>,
  patience = 60_000,
): void {
  const fault: Fault = faults[id];
  test(fault.fault, { annotation: { type: 'fault', description: id } }, async ({ home, display }) => {
    test.setTimeout(patience);
    const secrets = await startSecretService();
    const server = await FaultServer.start(canaryKey);
    const ends: (() => Promise<void>)[] = [];
    let started = performance.now();
    const desktop: Desktop = {
      home,
      display,
      secrets,
      server,
      connected: () => saveConnection(home, secrets, server.origin),
      async open({ env = secrets.env, folder } = {}) {
        const args = ['--lang=en-GB'];
        const launched = await launchRingside({ home, display, args, env, ...(folder && { folder }) });
        ends.push(launched.end);
        return Object.assign(new Scene(launched), launched);
      },
      begin() {
        started = performance.now();
      },
    };
    try {
      const reads = await provoke(desktop);
      tell(id, reads, (performance.now() - started) / 1000);
    } finally {
      for (const end of ends) await end();
      await server.close();
      await secrets.end();
    }
  });
}

/** A row on the Ringside that rows share. @param provoke resolves to what is then read */
export function stageRow(id: FaultId, provoke: (stage: Stage) => Promise<string>): void {
  const fault: Fault = faults[id];
  test(fault.fault, { annotation: { type: 'fault', description: id } }, async ({ stage }) => {
    const started = performance.now();
    const reads = await provoke(stage);
    tell(id, reads, (performance.now() - started) / 1000);
    // Whatever was tried, the agent goes on.
    await stage.lookUp('1001');
    await stage.balance.waitFor();
  });
}

/** Holds what was read against the row, and hands it to the reporter. */
function tell(id: FaultId, reads: string, seconds: number): void {
  const fault: Fault = faults[id];
  expect(reads).toContain(fault.reads ?? (fault.problem === 'none' ? '' : problems[fault.problem].title));
  test.info().annotations.push({ type: 'reads', description: reads.trim() });
  test.info().annotations.push({ type: 'seconds', description: seconds.toFixed(1) });
}
