import { join } from 'node:path';
import { app, type BrowserWindow, type Session, session, shell } from 'electron';
import { build } from './build';
import type { CommandLine } from './command-line';
import { StartGuard } from './updates/start-guard';
import { ExternalLinks } from './window/external-links';
import { lockDown } from './window/lockdown';
import { installMenu } from './window/menu';
import { servePage } from './window/page';
import { openWindow } from './window/window';

/** The built files of main, preload and renderer. */
export const out = join(import.meta.dirname, '..');

/** What is there before the services are. */
export interface Opening {
  /** Already opening, unless the version that runs did not come to a desk twice. */
  window: BrowserWindow | undefined;
  open: () => BrowserWindow;
  apiSession: Session;
  outward: ExternalLinks;
  guard: StartGuard | undefined;
  /** From now on calls are answered: the page may run. */
  serve: () => void;
}

/**
 * Opens the window, locked down and with its page on the way. Nothing that this does not need is loaded yet: Chromium starts a
 * process for the page meanwhile.
 */
export async function openDesk({ size }: CommandLine): Promise<Opening> {
  installMenu(process.platform);
  // In-memory partitions: neither the page nor the API leaves a cookie, a cache entry or a history on disk.
  const pageSession = session.fromPartition('page', { cache: false });
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setUserAgent(`Ringside/${app.getVersion()}`);
  const outward = new ExternalLinks((url) => shell.openExternal(url));
  await lockDown(app, pageSession, [apiSession, session.defaultSession], outward);
  let serve: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    serve = resolve;
  });
  servePage(pageSession, join(out, 'renderer'), ready);
  const open = () =>
    openWindow({
      session: pageSession,
      preload: join(out, 'preload/index.js'),
      devTools: build === 'development',
      size,
    });
  // A build of development is replaced by whoever builds the next.
  const guard =
    build === 'development'
      ? undefined
      : new StartGuard(join(app.getPath('userData'), 'starts.json'), app.getVersion());
  const window = guard?.began() ? undefined : open();
  return { window, open, apiSession, outward, guard, serve };
}
