import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { waitForExit } from '../launch';

/** The packages that `scripts/bench.mjs` builds: Ringside with the switches of its tests, and a blank window. */
const executables = {
  ringside: process.env.RINGSIDE_BENCH_APP ?? '',
  blank: process.env.RINGSIDE_BENCH_BLANK ?? '',
};

export interface AppStart {
  /** User data folder of the app. */
  home: string;
  display: string;
  args?: string[];
  env?: Record<string, string>;
}

/** A running package. Nothing inspects it before {@link Running.attach}. */
export interface Running {
  pid: number;
  /** Time of the spawn, in milliseconds since the epoch. */
  spawnedAt: number;
  /** Attaches to its window through the debugging port. */
  attach: () => Promise<Page>;
  /** Resolves to the first line of its standard output or error that matches. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>;
  end: () => Promise<void>;
}

/** Starts a package. Both packages get the same switches and the same environment. */
export function startPackage(
  which: keyof typeof executables,
  { home, display, args = [], env = {} }: AppStart,
): Running {
  const spawnedAt = Date.now();
  const child = spawn(executables[which], ['--lang=en-GB', ...args], {
    env: {
      PATH: process.env.PATH,
      LANG: 'en_GB.UTF-8',
      ...(display && { DISPLAY: display }),
      HOME: home,
      XDG_CONFIG_HOME: home,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus`,
      ...env,
    },
    // A process group of its own, which waitForExit ends as a whole.
    detached: true,
  });
  const closed = once(child, 'close');
  const said = listening(child);
  let browser: Browser | undefined;
  return {
    pid: child.pid ?? -1,
    spawnedAt,
    said,
    async attach() {
      const [, address = ''] = await said(/^DevTools listening on (ws:\S+)/);
      browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
      if (!page) throw new Error(`${which} has no window`);
      return page;
    },
    async end() {
      await browser?.close().catch(() => undefined);
      child.kill('SIGTERM');
      await waitForExit(child, closed);
    },
  };
}

/** Keeps the output of a child, so that earlier lines can be matched as well. */
function listening(child: ChildProcess): Running['said'] {
  const lines: string[] = [];
  const waiting = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        for (const tell of waiting) tell(line);
      });
  return (pattern) =>
    new Promise((resolve, reject) => {
      const look = (line: string) => {
        const match = pattern.exec(line);
        if (!match) return;
        waiting.delete(look);
        resolve(match);
      };
      waiting.add(look);
      for (const line of lines) look(line);
      child.once('exit', () => reject(new Error(`It ended without "${pattern}":\n${lines.join('\n')}`)));
    });
}
