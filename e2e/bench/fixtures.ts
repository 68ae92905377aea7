import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { test as base, startDisplay } from '../fixtures';
import { policySwitch } from '../policy-switch';
import { canaryKey, munich, saveStudios } from '../saved-studios';
import { type LinuxSecretService, startSecretService } from '../secret-service';
import { type AppStart, type Running, startPackage } from './apps';
import { installProbe, type Sight } from './probe';
import { type BenchServer, startBenchServer } from './server';

/** Whether the processors are slowed (`scripts/bench/slow-processors.mjs`). */
export const isSlow = process.env.RINGSIDE_BENCH_SPEED === 'slow';

/** Limits the time of a row, so that the benchmark always ends; with slowed processors, the limit is three times as long. */
export function limitRow(minutes: number): void {
  test.setTimeout(minutes * 60_000 * (isSlow ? 3 : 1));
}

/** Slows the page to a third, where the processors are not slowed that much. */
export async function slowPage(cdp: CDPSession): Promise<void> {
  const rate = Number(process.env.RINGSIDE_BENCH_PAGE_RATE ?? 1);
  if (rate > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate });
}

/** A running Ringside that is connected to an API with prepared answers, and attached. */
export interface Desk {
  page: Page;
  cdp: CDPSession;
  pid: number;
  /** Starts a new call: empties the desk and focuses the search box. */
  clear: () => Promise<void>;
  /**
   * Types a text on an empty desk, presses Enter when that is painted, and returns the milliseconds until the expected
   * text is painted.
   */
  look: (text: string, sight: Sight) => Promise<number>;
  end: () => Promise<void>;
}

/** The blank app as an HTTP client: sends requests, one or several at a time, and returns the milliseconds. */
export interface Bare {
  ask: (requests: BareRequest[], atATime?: number) => Promise<number>;
}

export interface BareRequest {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Bench {
  display: string;
  server: BenchServer;
  secrets: LinuxSecretService;
  /** A user data folder in which Ringside is connected to this many studios of the server; one when absent. */
  connectedHome: (studios?: number) => Promise<string>;
  /** An X display for a window that must not share one; empty except on Linux. */
  anotherDisplay: () => Promise<string>;
  /** Starts a package; it ends with its test. */
  start: (which: 'ringside' | 'blank', start?: Partial<AppStart>) => Promise<Running>;
  /** A Ringside for one test. */
  openDesk: (studios?: number, policy?: object) => Promise<Desk>;
}

/** Time limit of what the rows share, in milliseconds: the start of an app, of a keyring or of a server. */
const fixtureTimeoutMs = 180_000;

/** Tests of this suite are rows of a table and never run in parallel. */
export const test = base.extend<{ bench: Bench }, { shared: Bench; desk: Desk; bare: Bare }>({
  shared: [
    async ({ display }, use) => {
      const ends: (() => Promise<unknown>)[] = [];
      await use(await openBench(display, ends));
      for (const end of ends.reverse()) await end();
    },
    { scope: 'worker', timeout: fixtureTimeoutMs },
  ],
  bench: async ({ shared }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use({
      ...shared,
      async start(which, start) {
        const running = await shared.start(which, start);
        ends.push(running.end);
        return running;
      },
      async openDesk(studios, policy) {
        const desk = await shared.openDesk(studios, policy);
        ends.push(desk.end);
        return desk;
      },
    });
    for (const end of ends) await end();
  },
  desk: [
    async ({ shared }, use) => {
      const desk = await shared.openDesk();
      await use(desk);
      await desk.end();
    },
    { scope: 'worker', timeout: fixtureTimeoutMs },
  ],
  bare: [
    async ({ shared }, use) => {
      const blank = await shared.start('blank', { args: ['--serve'] });
      const [, port] = await blank.said(/^Serving (\d+)/);
      await use({
        async ask(requests, atATime = 1) {
          const init = { method: 'POST', body: JSON.stringify({ requests, atATime }) };
          const answer = await fetch(`http://127.0.0.1:${port}`, init);
          return ((await answer.json()) as { ms: number }).ms;
        },
      });
      await blank.end();
    },
    { scope: 'worker', timeout: fixtureTimeoutMs },
  ],
});

async function openBench(display: string, ends: (() => Promise<unknown>)[]): Promise<Bench> {
  const server = await startBenchServer();
  ends.push(server.close);
  const secrets = await startSecretService();
  ends.push(secrets.end);
  const newHome = async () => {
    const home = await mkdtemp(join(tmpdir(), 'ringside-bench-'));
    ends.push(() => rm(home, { recursive: true, force: true }));
    return home;
  };
  const bench: Bench = {
    display,
    server,
    secrets,
    async connectedHome(studios = 1) {
      const home = await newHome();
      // The benchmark presses no key for minutes, and sends more lookups than one desktop may by default.
      const saved = Array.from({ length: studios }, (_, index) => ({
        address: server.origin,
        id: String(Number(munich.id) + index),
        name: `Studio ${index + 1}`,
        key: index === 0 ? canaryKey : `${canaryKey}-${index}`,
      }));
      await saveStudios(home, secrets, saved, { idleMinutes: 0, requestsPerMinute: 1_000 });
      return home;
    },
    async anotherDisplay() {
      if (process.platform !== 'linux') return display;
      const another = await startDisplay();
      ends.push(another.end);
      return another.display;
    },
    async start(which, { home, ...start } = {}) {
      const usual = which === 'ringside' ? bench.connectedHome : newHome;
      return startPackage(which, { home: home ?? (await usual()), display, env: secrets.env, ...start });
    },
    async openDesk(studios, policy) {
      const home = await bench.connectedHome(studios);
      const args = ['--remote-debugging-port=0', ...(policy ? [await policySwitch(home, policy)] : [])];
      const running = await bench.start('ringside', { home, args });
      return deskOf(running, await running.attach());
    },
  };
  return bench;
}

async function deskOf({ pid, end }: Running, page: Page): Promise<Desk> {
  const box = page.getByRole('search').getByRole('searchbox');
  await box.waitFor();
  await page.evaluate(installProbe);
  // Rendered synchronously including the focus, so that the next key reaches the empty box.
  const clear = () => page.keyboard.press('Control+Shift+X');
  return {
    page,
    cdp: await page.context().newCDPSession(page),
    pid,
    clear,
    async look(text, sight) {
      await clear();
      await page.keyboard.insertText(text);
      // No agent presses Enter while the desk of the new call is still being drawn.
      await page.evaluate(() => window.bench.settled());
      await page.evaluate((to) => window.bench.lookOut(to), sight);
      await page.keyboard.press('Enter');
      return page.evaluate(() => window.bench.seen());
    },
    end,
  };
}
