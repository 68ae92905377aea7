import { join } from 'node:path';
import { app, clipboard, dialog, ipcMain, nativeTheme, powerMonitor, session } from 'electron';
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
import { defaultIdleMinutes, SettingsFile } from './connection/settings';
import { type Handlers, serveCalls } from './ipc/serve';
import { toRecord } from './log/call-record';
import { Journal } from './log/journal';
import { Log } from './log/log';
import { platformNames } from './platform';
import { watchAbsence } from './privacy/absence';
import { lockDown } from './window/lockdown';
import { installMenu } from './window/menu';
import { servePage } from './window/page';
import { trustedFrame } from './window/page-file';
import { recoverPage } from './window/recovery';
import { writeScreenshot } from './window/screenshot';
import { focusWindow, openWindow } from './window/window';
import { wordsFor } from './words';

/** Builds every service, wires it to the window and opens it: the only place where anything is constructed. */
export async function startApp(commandLine: CommandLine): Promise<void> {
  if (commandLine.theme) nativeTheme.themeSource = commandLine.theme;
  installMenu(process.platform);

  // In-memory partitions: neither the page nor the API leaves a cookie, a cache entry or a history on disk.
  const pageSession = session.fromPartition('page', { cache: false });
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setUserAgent(`Ringside/${app.getVersion()}`);
  await lockDown(app, pageSession, [apiSession, session.defaultSession]);
  servePage(pageSession, join(import.meta.dirname, '../renderer'));

  const language = () => (app.getLocale().startsWith('de') ? 'de' : 'en');
  const words = wordsFor(language());
  const log = new Log(app.getPath('logs'));
  log.event({
    event: 'start',
    version: app.getVersion(),
    platform: process.platform,
    electron: process.versions.electron,
  });
  const journal = new Journal((record) => {
    log.call(record);
    tell('call:ended', record);
  });
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  const saved = await settings.read();
  if (saved.problem) log.event({ event: 'settings-unusable', problem: saved.problem.kind });
  const http = new Http(
    (url, init) => apiSession.fetch(url, init),
    new Quota(Date.now, saved.settings.requestsPerMinute),
    language,
    (facts, problem) => journal.add(toRecord(facts, problem)),
  );
  const slots = new Slots();
  const connection = new ConnectionService(
    settings,
    new SecretStore(),
    (credentials) => slots.run('proof', (signal) => proveKey(http, credentials, signal)),
    startDemo,
    (from, to) => confirmMove(words.moveQuestion, `${from} → ${to}`, words.moveButtons),
  );
  const client = new ApiClient(http, () => connection.credentials());
  await connection.start(saved, commandLine.demo);

  let pendingLookup = commandLine.lookup;
  let pageStarted = false;
  let openCustomer: string | undefined;
  let recovered = false;
  let lastLookup = Date.now();
  const handlers: Handlers = {
    'app:start': () => {
      const start: AppStart = {
        version: app.getVersion(),
        platform: platformNames[process.platform] ?? 'linux',
        locale: app.getLocale(),
        connection: connection.status(),
        balanceSign: 'asSent',
        ...(pendingLookup && { lookup: pendingLookup }),
        ...(recovered && { recovered }),
      };
      // Told once: a reloaded page starts empty.
      pendingLookup = undefined;
      recovered = false;
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
    'customer:search': (reading) => {
      lastLookup = Date.now();
      return slots.run('search', (signal) => search(client, reading, signal));
    },
    'customer:get': ({ id }) => slots.run('customer', (signal) => client.customer(id, signal)),
    'account:balances': ({ id }) => {
      openCustomer = id;
      lastLookup = Date.now();
      return slots.run('balances', (signal) => client.balances(id, signal));
    },
    'account:bookings': ({ id, period, offset }) =>
      slots.run(period, (signal) => client.bookings(id, period, offset, signal)),
    'search:cancel': () => {
      slots.cancel('search');
      return succeed(null);
    },
    'desk:clear': () => {
      forgetCaller();
      return succeed(null);
    },
    'call:recent': () => succeed(journal.recent()),
    'clipboard:write': async ({ text }) => {
      // Asynchronous from Electron 44 on.
      await clipboard.writeText(text);
      return succeed(null);
    },
  };

  function forgetCaller(): void {
    openCustomer = undefined;
    pendingLookup = undefined;
    slots.cancelAll();
  }

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
    trustedFrame(() => window.webContents.mainFrame),
  );

  function tell<E extends EventName>(event: E, payload: Events[E]): void {
    if (!window.isDestroyed()) window.webContents.send(event, payload);
  }

  recoverPage(window, words, (reason) => {
    log.event({ event: 'page-gone', reason });
    slots.cancelAll();
    pageStarted = false;
    recovered = true;
    // Nothing is lost with the page: who was open is opened again.
    if (openCustomer) pendingLookup = `id:${openCustomer}`;
  });

  const idleMinutes = saved.settings.idleMinutes ?? defaultIdleMinutes;
  const leave = () => {
    forgetCaller();
    // A new page has nothing of the old one; an emptied one may hold this and that of the customer for a while.
    if (!window.isDestroyed()) window.webContents.reload();
  };
  watchAbsence(powerMonitor, idleMinutes, () => lastLookup, leave);

  app.on('second-instance', (_event, _argv, _directory, data) => {
    if (window.isDestroyed()) return;
    focusWindow(window);
    const lookup = (data as { lookup?: unknown } | null)?.lookup;
    if (typeof lookup !== 'string' || lookup === '') return;
    if (pageStarted) tell('lookup:requested', { text: lookup });
    else pendingLookup = lookup;
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    // Electron 33 may crash on its way out when a request of session.fetch is still open.
    slots.cancelAll();
    log.event({ event: 'quit' });
  });
}

/** Asked by main itself, in a dialog that no page can draw or press. */
async function confirmMove(message: string, detail: string, buttons: string[]): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail,
    buttons,
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
