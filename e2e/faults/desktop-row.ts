import { expect } from '@playwright/test';
import type { DemoOptions } from '../../main/demo/server';
import { problems } from '../../renderer/messages/en-problems';
import { type Launched, launchRingside } from '../launch';
import { canaryKey } from '../saved-studios';
import { type LinuxSecretService, startSecretService } from '../secret-service';
import { FaultContext } from './fault-context';
import { type SharedFaultContext, saveConnection, test } from './fixtures';
import { FaultServer } from './server';
import { type Fault, type FaultId, faults } from './table';

/** The desktop of one row: a home folder, a Secret Service and an API, without Ringside. */
export interface Desktop {
  home: string;
  display: string;
  secrets: LinuxSecretService;
  server: FaultServer;
  /** Writes the settings and the keychain entry of a connected Ringside. */
  connected: () => Promise<void>;
  /** Starts Ringside; `folder` is where its build is, if not in the usual place. */
  open: (options?: {
    args?: string[];
    env?: Record<string, string>;
    folder?: string;
  }) => Promise<FaultContext & Launched>;
  /** Starts the clock of the row. */
  begin: () => void;
}

/**
 * Declares a row with its own desktop.
 *
 * @param provoke resolves to the text that the agent then reads
 * @param options options of the demo API
 */
export function desktopRow(
  id: FaultId,
  provoke: (desktop: Desktop) => Promise<string>,
  options: Partial<DemoOptions> = {},
): void {
  const fault: Fault = faults[id];
  test(fault.fault, { annotation: { type: 'fault', description: id } }, async ({ home, display }) => {
    const secrets = await startSecretService();
    const server = await FaultServer.start(canaryKey, undefined, options);
    const ends: (() => Promise<void>)[] = [];
    let started = performance.now();
    const desktop: Desktop = {
      home,
      display,
      secrets,
      server,
      connected: () => saveConnection(home, secrets, server.origin),
      async open({ args: more = [], env = secrets.env, folder } = {}) {
        const args = ['--lang=en-GB', ...more];
        const launched = await launchRingside({ home, display, args, env, ...(folder && { folder }) });
        ends.push(launched.end);
        return Object.assign(new FaultContext(launched), launched);
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

/** Declares a row on the shared Ringside. @param provoke resolves to the text that is then read */
export function sharedRow(id: FaultId, provoke: (ringside: SharedFaultContext) => Promise<string>): void {
  const fault: Fault = faults[id];
  test(fault.fault, { annotation: { type: 'fault', description: id } }, async ({ ringside }) => {
    const started = performance.now();
    const reads = await provoke(ringside);
    tell(id, reads, (performance.now() - started) / 1000);
    // Whatever happened, the desk must still work.
    await ringside.lookUp('1001');
    await ringside.balance.waitFor();
  });
}

/** Compares the text with the row and passes it to the reporter. */
function tell(id: FaultId, reads: string, seconds: number): void {
  const fault: Fault = faults[id];
  expect(reads).toContain(fault.reads ?? (fault.problem === 'none' ? '' : problems[fault.problem].title));
  test.info().annotations.push({ type: 'reads', description: reads.trim() });
  test.info().annotations.push({ type: 'seconds', description: seconds.toFixed(1) });
}
