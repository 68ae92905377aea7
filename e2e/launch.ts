import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { endTree, here } from '../scripts/platforms.mjs';
import { DeskPage } from './desk-page';

const root = resolve(__dirname, '..');

/**
 * Time limit for quitting, in milliseconds. Ringside quits in a fraction of a second; one that hangs must not fail
 * its test.
 */
const quitTimeoutMs = 60_000;

/** Time limit of an action or a wait, in milliseconds. It ends what hangs; no test depends on a fast machine. */
const actionTimeoutMs = 120_000;

export interface Launched {
  app: ElectronApplication;
  page: Page;
  desk: DeskPage;
  /** Closes Ringside and waits for the end of its last process. */
  end: () => Promise<void>;
}

export interface LaunchOptions {
  /** User data folder. */
  home: string;
  /** X display; empty where the desktop has its own. */
  display: string;
  /** Folder of package.json and the build; the usual one when absent. */
  folder?: string;
  args: string[];
  env: Record<string, string>;
  /** Scripts that Electron loads before the app. */
  preloaded?: readonly string[];
}

/** Environment variables of a desktop. Windows and macOS keep their own: the keychain of macOS depends on the home. */
function desktopOf(home: string, display: string): Record<string, string> {
  return {
    ...(here.ownFolders ? { HOME: home, XDG_CONFIG_HOME: home } : { RINGSIDE_TEST_HOME: home }),
    // No Secret Service unless a test starts one; without an address, the first program starts a bus.
    ...(here.ownDesktop && { DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus` }),
    ...(display && { DISPLAY: display }),
  };
}

/** Switches that load scripts before the app. */
function requiring(scripts: readonly string[]): string[] {
  const own = here.ownFolders ? [] : [join(__dirname, 'user-data.cjs')];
  return [...own, ...scripts].flatMap((script) => ['--require', script]);
}

/** Starts Ringside and waits for its window. The caller must end it. */
export async function launchRingside({
  home,
  display,
  folder = root,
  args,
  env,
  preloaded = [],
}: LaunchOptions): Promise<Launched> {
  // Without an executable Playwright finds Electron itself, and pauses the app until it has attached.
  const app = await electron.launch({
    chromiumSandbox: !process.env.RINGSIDE_NO_SANDBOX,
    args: [
      ...requiring(preloaded),
      folder,
      // A display without a graphics card: Chromium starts a GPU process, which fails, and then this one.
      ...(display ? ['--disable-gpu'] : []),
      ...args,
    ],
    env: { ...(process.env as Record<string, string>), ...desktopOf(home, display), ...env },
  });
  awaitAnswers(app);
  // The process decides: Playwright reports "closed" when it loses its connection, while processes may still write to
  // the home folder, and sometimes never reports it.
  const child = app.process();
  const ended = once(child, 'close');
  const end = async () => {
    void app.close().catch(() => undefined);
    await waitForExit(child, ended);
  };
  app.context().setDefaultTimeout(actionTimeoutMs);
  try {
    const page = await app.firstWindow();
    await begun(page, args);
    await sized(app, page);
    return { app, page, desk: new DeskPage(page, app), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Makes the functions that tests run in main asynchronous. The debugger puts the answer of another function into a promise that
 * only it holds: a collection of garbage at that moment loses the answer (microsoft/playwright #33737). With a collection every
 * millisecond, 61 of 2,689 such answers were lost, and none of 8,322 of asynchronous functions.
 */
function awaitAnswers(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (run: () => void, argument: unknown) => Promise<unknown>;
  const evaluateAsync = (run: unknown, argument?: unknown) => {
    // Playwright sends the text of a function to main.
    const sent = { toString: () => `async (electron, argument) => (${run})(electron, argument)` };
    return evaluate(
      Object.assign(() => undefined, sent),
      argument,
    );
  };
  app.evaluate = evaluateAsync as ElectronApplication['evaluate'];
}

/** Whether Ringside is started with a lookup. The API may hold its answer, and the desk then settles when the test is over. */
const isAsked = (args: readonly string[]) =>
  args.some((arg) => /^(--(customer|call)\b|ringside:|tel:)/.test(arg));

/** Waits until main has loaded its services (`main/app.ts`). */
const mainReady = (page: Page) => page.evaluate(() => window.ringside.app.ready());

/**
 * Waits until main has prepared the first lookup and freed its memory. A promise that only the debugger holds, such as that of a
 * test's function in main, would be collected with it.
 */
const settled = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('settled').length > 0);

/** Waits until a start with these arguments is complete, in main as well. */
export async function begun(page: Page, args: readonly string[]): Promise<void> {
  await drawn(page);
  await (isAsked(args) ? mainReady(page) : settled(page));
}

/** Waits until the page has rendered the desk. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('#root > *').first().waitFor({ state: 'attached' });
}

/** Width that only a window without its size has less than, in pixels. */
const leastWidth = 200;

/** Gives the window its size again if the X server, which has no window manager, has lost the first one. */
async function sized(app: ElectronApplication, page: Page): Promise<void> {
  if (await page.evaluate((least) => window.innerWidth >= least, leastWidth)) return;
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const [width = 0, height = 0] = window?.getContentSize() ?? [];
    window?.setContentSize(width + 1, height);
    window?.setContentSize(width, height);
  });
  await page.waitForFunction((least) => window.innerWidth >= least, leastWidth);
}

/** Waits for the last process of an app in its own process group. A process that hangs is ended, with a message. */
export async function waitForExit(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  const late = setTimeout(() => {
    process.stderr.write(`Ringside (${child.pid}) did not end by itself and was ended.\n`);
    if (child.pid !== undefined) endTree(child.pid);
  }, quitTimeoutMs);
  await closed;
  clearTimeout(late);
}

/** Starts Ringside without Playwright, as a shortcut, a link or a script does, and waits for its end. */
export async function runToExit(
  args: string[],
  { home, display, env = {} }: Pick<LaunchOptions, 'home' | 'display'> & { env?: Record<string, string> },
  input = '',
): Promise<{ code: number | null; output: string; errors: string }> {
  const sandbox = process.env.RINGSIDE_NO_SANDBOX ? ['--no-sandbox'] : [];
  const child = spawn(process.env.RINGSIDE_ELECTRON ?? '', [...requiring([]), root, ...sandbox, ...args], {
    env: { ...process.env, ...desktopOf(home, display), ...env },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  child.stdin.end(input);
  // `close` and not `exit`: after it, no process writes to the home folder.
  const [code] = await once(child, 'close');
  return { code, output, errors };
}
