import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { untilEnded } from '../launch';

/** The packages that `scripts/bench.mjs` made: Ringside with the switches of its tests, and a blank window. */
const executables = {
  ringside: process.env.RINGSIDE_BENCH_APP ?? '',
  blank: process.env.RINGSIDE_BENCH_BLANK ?? '',
};

export interface AppStart {
  /** The folder in which the app keeps its data. */
  home: string;
  display: string;
  args?: string[];
  env?: Record<string, string>;
}

/** A package that runs, and that nobody looks into until {@link Running.attach}. */
export interface Running {
  pid: number;
  /** When it was spawned, in milliseconds of the wall clock. */
  spawnedAt: number;
  /** Looks into its window through the debugging port, which it was started with. */
  attach: () => Promise<Page>;
  /** The first line of its standard output or error that fits. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>;
  end: () => Promise<void>;
}

/** Starts one of the packages: both with the same switches and in the same surroundings. */
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
    // A group of its own, which untilEnded ends as a whole.
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
      await untilEnded(child, closed);
    },
  };
}

/** Keeps what a child says, so that it can be asked for later, too. */
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
