import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  app,
  type BrowserWindow,
  type IpcMain,
  ipcMain,
  type Session,
  screen,
  session,
  shell,
} from 'electron';
import { buildType } from '../build-type';
import type { CommandLine } from '../command-line';
import { awaitHandler } from '../ipc/await-handler';
import { StartGuard } from '../updates/start-guard';
import { servePage } from './app-protocol';
import { createWindow } from './browser-window';
import { ExternalLinks } from './external-links';
import { KeptPlace } from './kept-place';
import { lockPage } from './lockdown';
import { removeMenu } from './menu';
import { placeOfSize } from './window-place';

/** Folder of the built main, preload and renderer. */
export const out = join(import.meta.dirname, '..');

/** What exists before the services are built. */
export interface EarlyServices {
  /** The opening window; undefined when this version has failed to start twice. */
  window: BrowserWindow | undefined;
  open: () => BrowserWindow;
  apiSession: Session;
  externalLinks: ExternalLinks;
  guard: StartGuard | undefined;
  /** Receives the page's calls; the first one waits for its handler. */
  ipc: Pick<IpcMain, 'handle'>;
}

/** Time limit for the page's files, in milliseconds; after it, the services are loaded anyway. */
const pageTimeoutMs = 1_000;

/**
 * Opens the window, locked down, and serves the page's files. It loads nothing else: while Chromium starts the GPU
 * and renderer processes, they repeatedly wait for main (docs/performance.md).
 */
export async function openWindow({ size, screenshot }: CommandLine): Promise<EarlyServices> {
  removeMenu();
  // In-memory partitions: neither the page nor the API leaves a cookie, a cache entry or a history on disk.
  const pageSession = session.fromPartition('page', { cache: false });
  const externalLinks = new ExternalLinks((url) => shell.openExternal(url));
  const locked = lockPage(app, pageSession, externalLinks);
  const ipc = awaitHandler(ipcMain, 'app:start');
  const served = servePage(pageSession, join(out, 'renderer'), locked);
  // A start for a picture or with a given size does not change the usual place.
  const kept =
    size || screenshot ? undefined : new KeptPlace(join(app.getPath('userData'), 'window.json'), screen);
  const open = () => {
    const opened = createWindow({
      session: pageSession,
      preload: join(out, 'preload/index.js'),
      devTools: buildType === 'development',
      place: kept?.first() ?? placeOfSize(size),
    });
    kept?.follow(opened);
    return opened;
  };
  // Development builds replace each other, and a start for a picture ends by itself: neither is counted.
  const guard =
    buildType === 'development' || screenshot
      ? undefined
      : new StartGuard(join(app.getPath('userData'), 'starts.json'), app.getVersion());
  const window = guard?.began() ? undefined : open();
  // After the window, because Chromium starts the page's process meanwhile.
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setUserAgent(`Ringside/${app.getVersion()}`);
  // SECURITY: Chromium keeps a session of its own in the profile. Naming it has `lockSessions` lock it down, although nothing uses it.
  void session.defaultSession;
  await locked;
  if (window) await Promise.race([served, setTimeout(pageTimeoutMs)]);
  return { window, open, apiSession, externalLinks, guard, ipc };
}
