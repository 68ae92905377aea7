import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { DeskPage } from '../desk-page';
import { begun, waitForExit } from '../launch';

const root = join(__dirname, '..', '..');

/** Folder of the packages that `scripts/package.mjs` makes. */
export const packageFolder = (kind: 'release' | 'test') => join(root, 'dist', kind, 'linux-unpacked');
export const asarOf = (kind: 'release' | 'test') => join(packageFolder(kind), 'resources', 'app.asar');

export interface Start {
  /** User data folder. */
  home: string;
  display: string;
  args?: string[];
  env?: Record<string, string>;
  /** The executable; that of the package by default. */
  executable?: string;
}

function run(
  kind: 'release' | 'test',
  { home, display, args = [], env = {}, executable }: Start,
): ChildProcess {
  return spawn(executable ?? join(packageFolder(kind), 'ringside'), args, {
    env: {
      PATH: process.env.PATH,
      LANG: 'en_GB.UTF-8',
      DISPLAY: display,
      HOME: home,
      XDG_CONFIG_HOME: home,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus`,
      ...env,
    },
    // A process group of its own, which waitForExit ends as a whole.
    detached: true,
  });
}

/**
 * Starts a release with these arguments and returns its exit code and output. It is ended when its log shows a start.
 */
export async function startRelease(start: Start): Promise<{ code: number | 'goes on'; said: string }> {
  const child = run('release', start);
  const closed = once(child, 'close');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      said += data;
    });
  let running = true;
  void closed.then(() => {
    running = false;
  });
  await expect.poll(() => !running || hasStarted(start.home)).toBe(true);
  const goesOn = running;
  if (goesOn) child.kill('SIGTERM');
  await waitForExit(child, closed);
  return { code: goesOn ? 'goes on' : (child.exitCode ?? -1), said };
}

/** Starts a package that may never show a page. @returns ends it */
export function startPackaged(start: Start): () => Promise<void> {
  const child = run('test', start);
  const closed = once(child, 'close');
  return async () => {
    child.kill('SIGTERM');
    await waitForExit(child, closed);
  };
}

/** Writing the log is the first thing that a started desk does. */
function hasStarted(home: string): boolean {
  try {
    return readFileSync(join(home, 'Ringside', 'logs', 'ringside.log'), 'utf8').includes('"start"');
  } catch {
    return false;
  }
}

/** A test package, driven through its debugging port. */
export interface Packaged {
  page: Page;
  desk: DeskPage;
  browser: Browser;
  pid: number;
  /** Its standard output and error. */
  said: () => string;
  end: () => Promise<void>;
}

export async function openPackaged(start: Start): Promise<Packaged> {
  const child = run('test', {
    ...start,
    args: ['--remote-debugging-port=0', ...(start.args ?? ['--lang=en-GB'])],
  });
  const closed = once(child, 'close');
  const lines: string[] = [];
  child.stdout?.on('data', (data) => lines.push(String(data)));
  let browser: Browser | undefined;
  const end = async () => {
    // Like the window's close button, if there is a window.
    if (browser) await browser.close().catch(() => undefined);
    child.kill('SIGTERM');
    await waitForExit(child, closed);
  };
  try {
    const address = await debuggingAddress(child, lines);
    browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('The package has no window');
    await begun(page, start.args ?? []);
    return {
      page,
      desk: new DeskPage(page),
      browser,
      pid: child.pid ?? -1,
      said: () => lines.join('\n'),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Chromium prints the port on standard error; the other output is kept. */
async function debuggingAddress(child: ChildProcess, lines: string[]): Promise<string> {
  if (!child.stderr) throw new Error('No standard error');
  const reader = createInterface({ input: child.stderr });
  const address = new Promise<string>((found) => {
    reader.on('line', (line) => {
      lines.push(line);
      const [, url] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (url) found(url);
    });
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The package ended at once:\n${lines.join('\n')}`);
  });
  ended.catch(() => undefined);
  return Promise.race([address, ended]);
}

/** Processes of an app by /proc, including all descendants. */
export function processesOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = read(`/proc/${name}/status`);
    parents.set(Number(name), Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1] ?? 0));
  }
  const descends = (of: number): boolean => of === pid || (of > 1 && descends(parents.get(of) ?? 0));
  return [...parents.keys()].filter(descends);
}

/** Processes that were started with this home folder, including those with another parent. */
export function processesWith(home: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((entry) => read(`/proc/${entry}/cmdline`).includes('/linux-unpacked/'))
    .filter((entry) => read(`/proc/${entry}/environ`).includes(`HOME=${home}\0`) || openFilesIn(entry, home))
    .map(Number);
}

/** Chromium overwrites its environment, so open files are checked as well. */
function openFilesIn(pid: string, folder: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) =>
      readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith(folder),
    );
  } catch {
    return false;
  }
}

export function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A process that has ended meanwhile, or that may not be inspected.
    return '';
  }
}
