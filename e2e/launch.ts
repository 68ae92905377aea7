import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { DeskPage } from './desk-page';

const root = resolve(__dirname, '..');

/** A desk ends in a fraction of a second; one that hangs must not take its test along. */
const mostMsToEnd = 20_000;

export interface Launched {
  app: ElectronApplication;
  page: Page;
  desk: DeskPage;
  /** Closes it and waits until the last of its processes is gone. */
  end: () => Promise<void>;
}

export interface LaunchOptions {
  /** The folder in which Ringside keeps its data. */
  home: string;
  /** The X display; empty where a desktop has its own. */
  display: string;
  /** Where package.json and the build are; where they were built when absent. */
  folder?: string;
  args: string[];
  env: Record<string, string>;
}

/** Opens Ringside and waits for its window; who launches it also ends it. */
export async function launchRingside({
  home,
  display,
  folder = root,
  args,
  env,
}: LaunchOptions): Promise<Launched> {
  // Without an executable Playwright finds Electron itself, and holds the app back until it has attached to it.
  const app = await electron.launch({
    chromiumSandbox: !process.env.RINGSIDE_NO_SANDBOX,
    args: [folder, ...args],
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
  // The process decides, not Playwright: that says "closed" when it has lost the app's sight, while its processes may
  // write to the home until they are gone, and sometimes never says it of an app that has long ended.
  const child = app.process();
  const ended = once(child, 'close');
  const end = async () => {
    void app.close().catch(() => undefined);
    await untilEnded(child, ended);
  };
  try {
    const page = await app.firstWindow();
    await drawn(page);
    return { app, page, desk: new DeskPage(page, app), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Waits until a page has drawn its desk: of its calls, main waits for its handlers at the first only (`main/ipc/await-handler.ts`). */
export async function drawn(page: Page): Promise<void> {
  await page.locator('#root > *').first().waitFor({ state: 'attached' });
}

/** Waits for the last process of an app that leads a group of its own; one of them that hangs is ended, and it is said. */
export async function untilEnded(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  const late = setTimeout(() => {
    process.stderr.write(`Ringside (${child.pid}) did not end by itself and was ended.\n`);
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  }, mostMsToEnd);
  await closed;
  clearTimeout(late);
}

/** Starts Ringside without Playwright, as a shortcut, a link or a script would, and waits for its end. */
export async function startToEnd(
  args: string[],
  { home, display, env = {} }: Pick<LaunchOptions, 'home' | 'display'> & { env?: Record<string, string> },
  input = '',
): Promise<{ code: number | null; output: string; errors: string }> {
  const sandbox = process.env.RINGSIDE_NO_SANDBOX ? ['--no-sandbox'] : [];
  const child = spawn(process.env.RINGSIDE_ELECTRON ?? '', [root, ...sandbox, ...args], {
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: home,
      ...(display && { DISPLAY: display }),
      ...env,
    },
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
  // Closed, and not only ended: then none of its processes writes to the home any more.
  const [code] = await once(child, 'close');
  return { code, output, errors };
}
