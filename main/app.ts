import { join } from 'node:path';
import { app, clipboard, dialog, ipcMain, nativeTheme, session } from 'electron';
import type { AppStart, EventName, Events } from '../preload/contract/calls';
import { succeed } from '../preload/contract/problem';
import { ApiClient } from './api/client';
import { Http } from './api/http';
import { Quota } from './api/quota';
import { search } from './api/search';
import { Slots } from './api/slots';
import type { CommandLine } from './command-line';
import { ConnectionService } from './connection/connection';
import { proveKey } from './connection/prove-key';
import { SecretStore } from './connection/secret-store';
import { SettingsFile } from './connection/settings';
import { type Handlers, serveCalls } from './ipc/serve';
import { platformNames } from './platform';
import { lockDown } from './window/lockdown';
import { installMenu } from './window/menu';
import { servePage } from './window/page';
import { isOurs } from './window/page-file';
import { writeScreenshot } from './window/screenshot';
import { focusWindow, openWindow } from './window/window';

/** Builds every service, wires it to the window and opens it: the only place where anything is constructed. */
export async function startApp(commandLine: CommandLine): Promise<void> {
  if (commandLine.theme) nativeTheme.themeSource = commandLine.theme;
  installMenu(process.platform);

  // In-memory partitions: neither the page nor the API leaves a cookie, a cache entry or a history on disk.
  const pageSession = session.fromPartition('page', { cache: false });
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setUserAgent(`Ringside/${app.getVersion()}`);
  await lockDown(app, pageSession);
  servePage(pageSession, join(import.meta.dirname, '../renderer'));

  const language = () => (app.getLocale().startsWith('de') ? 'de' : 'en');
  const http = new Http((url, init) => apiSession.fetch(url, init), new Quota(Date.now), language);
  const connection = new ConnectionService(
    new SettingsFile(join(app.getPath('userData'), 'settings.json')),
    new SecretStore(),
    (credentials) => proveKey(http, credentials),
    startDemo,
    confirmMove,
  );
  const client = new ApiClient(http, () => connection.credentials());
  const slots = new Slots();
  await connection.start(commandLine.demo);

  let pendingLookup = commandLine.lookup;
  let pageStarted = false;
  const handlers: Handlers = {
    'app:start': () => {
      const start: AppStart = {
        version: app.getVersion(),
        platform: platformNames[process.platform] ?? 'linux',
        locale: app.getLocale(),
        connection: connection.status(),
        balanceSign: 'asSent',
        ...(pendingLookup && { lookup: pendingLookup }),
      };
      // Told once: a reloaded page starts empty.
      pendingLookup = undefined;
      pageStarted = true;
      return succeed(start);
    },
    'app:settled': async () => {
      if (commandLine.screenshot) app.exit(await writeScreenshot(window, commandLine.screenshot));
      return succeed(null);
    },
    'connection:connect': (input) => switching(() => connection.connect(input)),
    'connection:resume': () => switching(() => connection.resume()),
    'connection:explore-demo': () => switching(() => connection.exploreDemo()),
    'connection:forget': () => switching(() => connection.forget()),
    'customer:search': (reading) => slots.run('search', (signal) => search(client, reading, signal)),
    'customer:get': ({ id }) => slots.run('customer', (signal) => client.customer(id, signal)),
    'account:balances': ({ id }) => slots.run('balances', (signal) => client.balances(id, signal)),
    'account:bookings': ({ id, period, offset }) =>
      slots.run(period, (signal) => client.bookings(id, period, offset, signal)),
    'search:cancel': () => {
      slots.cancel('search');
      return succeed(null);
    },
    'clipboard:write': async ({ text }) => {
      // Asynchronous from Electron 44 on.
      await clipboard.writeText(text);
      return succeed(null);
    },
  };

  let lastSwitch: Promise<unknown> = Promise.resolve();

  /** One change at a time, and no answer of one studio may arrive under another. */
  function switching<T>(change: () => T | Promise<T>): Promise<T> {
    const next = lastSwitch.then(() => {
      slots.cancelAll();
      return change();
    });
    lastSwitch = next.catch(() => undefined);
    return next;
  }

  const window = openWindow({
    session: pageSession,
    preload: join(import.meta.dirname, '../preload/index.js'),
    devTools: !app.isPackaged,
    size: commandLine.size,
  });
  serveCalls(
    ipcMain,
    handlers,
    (frame) => frame !== null && frame === window.webContents.mainFrame && isOurs(frame.url),
  );

  function tell<E extends EventName>(event: E, payload: Events[E]): void {
    window.webContents.send(event, payload);
  }

  app.on('second-instance', (_event, _argv, _directory, data) => {
    if (window.isDestroyed()) return;
    focusWindow(window);
    const lookup = (data as { lookup?: unknown } | null)?.lookup;
    if (typeof lookup !== 'string' || lookup === '') return;
    if (pageStarted) tell('lookup:requested', { text: lookup });
    else pendingLookup = lookup;
  });
  app.on('window-all-closed', () => app.quit());
}

/** Asked by main itself, in a dialog that no page can draw or press. */
async function confirmMove(from: string, to: string): Promise<boolean> {
  const german = app.getLocale().startsWith('de');
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: german ? 'Zu einer anderen Adresse wechseln?' : 'Change to another address?',
    detail: `${from} → ${to}`,
    buttons: german ? ['Wechseln', 'Abbrechen'] : ['Change', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

async function startDemo(): Promise<{ origin: string; key: string }> {
  const { randomBytes } = await import('node:crypto');
  const { startDemoServer } = await import('./demo/server');
  return startDemoServer({ key: randomBytes(24).toString('base64url') });
}
