import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, type BrowserWindow, type IpcMain, ipcMain, type Session, session, shell } from 'electron';
import { buildType } from '../build-type';
import type { CommandLine } from '../command-line';
import { awaitHandler } from '../ipc/await-handler';
import { StartGuard } from '../updates/start-guard';
import { servePage } from './app-protocol';
import { createWindow } from './browser-window';
import { ExternalLinks } from './external-links';
import { lockDown } from './lockdown';
import { installMenu } from './menu';

/** The built files of main, preload and renderer. */
export const out = join(import.meta.dirname, '..');

/** What is there before the services are. */
export interface OpenedWindow {
  /** Already opening, unless the version that runs did not come to a desk twice. */
  window: BrowserWindow | undefined;
  open: () => BrowserWindow;
  apiSession: Session;
  outward: ExternalLinks;
  guard: StartGuard | undefined;
  /** Where the calls of the page come in; its first one may be waiting. */
  ipc: Pick<IpcMain, 'handle'>;
}

/** A page that is not there by then has a main that does two things at once. */
const patienceMs = 1_000;

/**
 * Opens the window, locked down, and gives the page its files. Nothing that this does not need is loaded yet: while Chromium
 * starts the processes for graphics and for the page, each asks main for this and that and waits (docs/performance.md).
 */
export async function openWindow({ size }: CommandLine): Promise<OpenedWindow> {
  installMenu(process.platform);
  // In-memory partitions: neither the page nor the API leaves a cookie, a cache entry or a history on disk.
  const pageSession = session.fromPartition('page', { cache: false });
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setUserAgent(`Ringside/${app.getVersion()}`);
  const outward = new ExternalLinks((url) => shell.openExternal(url));
  const locked = lockDown(app, pageSession, [apiSession, session.defaultSession], outward);
  const ipc = awaitHandler(ipcMain, 'app:start');
  const served = servePage(pageSession, join(out, 'renderer'));
  const open = () =>
    createWindow({
      session: pageSession,
      preload: join(out, 'preload/index.js'),
      devTools: buildType === 'development',
      size,
      locked,
    });
  // A build of development is replaced by whoever builds the next.
  const guard =
    buildType === 'development'
      ? undefined
      : new StartGuard(join(app.getPath('userData'), 'starts.json'), app.getVersion());
  const window = guard?.began() ? undefined : open();
  await locked;
  if (window) await Promise.race([served, setTimeout(patienceMs)]);
  return { window, open, apiSession, outward, guard, ipc };
}
