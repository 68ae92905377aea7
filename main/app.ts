import { join } from 'node:path';
import { app, clipboard, nativeTheme, powerMonitor, shell } from 'electron';
import type { AppStart, EventName, Events } from '../preload/contract/calls';
import { about } from './about/about';
import { ApiClient } from './api/client';
import { Http } from './api/http';
import { LatestRequests } from './api/latest-request';
import { Quota } from './api/quota';
import type { CommandLine } from './command-line';
import { ConnectionService, type Prove } from './connection/connection';
import { PreferencesService } from './connection/preferences';
import { proveKey } from './connection/prove-key';
import { createProxyAuthProbe } from './connection/proxy-auth-probe';
import { fetchWithLogin, ProxyLogin } from './connection/proxy-login';
import { SecretStore } from './connection/secret-store';
import { SettingsFile } from './connection/settings';
import { proxiesOf, testConnection } from './connection/test-connection';
import { startDemo } from './demo/start-demo';
import { dialogMessages, spokenLanguage } from './dialog-messages';
import { policySources } from './headless-tasks';
import { createHandlers } from './ipc/handlers';
import { initialState, traceHosts } from './ipc/initial-state';
import { registerHandlers } from './ipc/register-handlers';
import { toRecord } from './log/call-record';
import { Log } from './log/log';
import { RecentCalls } from './log/recent-calls';
import { logStartup } from './log/startup-log';
import { readPolicy } from './policy/policy';
import { lockWhenAway } from './privacy/away-lock';
import { ClipboardGuard } from './privacy/clipboard-guard';
import { RecentCustomers } from './privacy/recent-customers';
import { Updates } from './updates/updates';
import { applyToWindow, focusWindow } from './window/browser-window';
import { confirmAddressChange } from './window/confirm-address-change';
import { reloadAfterCrash } from './window/crash-recovery';
import type { DeepLinks } from './window/deep-links';
import { LookupRequests } from './window/lookup-requests';
import { type OpenedWindow, out } from './window/open-window';
import { trustedFrame } from './window/page-url';
import { cleanLookup } from './window/screen-pop';
import { writeScreenshot } from './window/screenshot';

/**
 * Builds every service and wires it to the window: with {@link openWindow}, the only place where anything is constructed.
 *
 * @param opening a window that may be on its way
 */
export async function startApp(
  commandLine: CommandLine,
  links: DeepLinks,
  opening: OpenedWindow,
): Promise<void> {
  const { apiSession, outward, guard } = opening;
  let { window } = opening;
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  const reading = Promise.all([readPolicy(policySources(commandLine)), settings.read()]);
  const log = new Log(app.getPath('logs'));
  // SECURITY: Electron would show the words of an exception in a dialog, behind which nothing goes on, quitting included.
  process.on('uncaughtException', ({ name }) => log.event({ event: 'main-failed', name: name.slice(0, 60) }));
  const [read, saved] = await reading;
  const { policy } = read;
  outward.allow([...(policy.externalLinkHosts ?? []), ...traceHosts(policy)]);
  const preferences = new PreferencesService(settings, saved.settings, policy, (now) => {
    const theme = commandLine.theme ?? now.theme;
    // Each assignment tells every window of another theme, the same one or not.
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
    if (window && !window.isDestroyed()) applyToWindow(window, now);
  });
  const language = () => spokenLanguage(preferences.current().preferences.language, app.getLocale());
  const words = () => dialogMessages(language());

  const secrets = new SecretStore();
  const proxyLogin = new ProxyLogin(secrets);
  const telemetry =
    policy.telemetryEndpoint === undefined
      ? undefined
      : (await import('./telemetry/telemetry')).startTelemetry(policy.telemetryEndpoint, proxyLogin);
  const journal = new RecentCalls((record) => {
    log.call(record);
    telemetry?.add(record);
    tell('call:ended', record);
  });
  const http = new Http(
    fetchWithLogin((url, init) => apiSession.fetch(url, init), createProxyAuthProbe(apiSession), proxyLogin),
    new Quota(Date.now, policy.requestsPerMinute ?? saved.settings.requestsPerMinute),
    language,
    (facts, problem) => journal.add(toRecord(facts, problem)),
  );
  const slots = new LatestRequests();
  const prove: Prove = (credentials) => slots.run('proof', (signal) => proveKey(http, credentials, signal));
  const connection = new ConnectionService(
    settings,
    secrets,
    prove,
    startDemo,
    (from, to) => confirmAddressChange(words(), from, to),
    policy.apiAddress,
  );
  const client = new ApiClient(http, () => connection.credentials());
  await connection.start(saved, commandLine.demo);

  const callers = new RecentCustomers();
  const copies = new ClipboardGuard(clipboard);
  const lookups = new LookupRequests(commandLine.lookup ?? links.first(), (text) => {
    tell('lookup:requested', { text });
    // Quietly: a banner may be waiting behind other windows.
    if (window && !window.isDestroyed() && !window.isFocused()) window.flashFrame(true);
  });
  const updates = new Updates({
    policy,
    guard,
    userData: app.getPath('userData'),
    words,
    desk: {
      isOpen: () => callers.open() !== undefined,
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
    },
    tell: (state) => tell('update:changed', state),
    wentBack: (left) => {
      log.event({ event: 'went-back', left });
      telemetry?.wentBack(left);
    },
    proxyLogin,
    log,
  });
  if (!window && (await updates.leftForTheOneBefore())) return;
  let recovered = false;
  let lastLookup = Date.now();

  function start(): AppStart {
    const lookup = lookups.pageStarted();
    const again = recovered;
    recovered = false;
    return {
      ...initialState(policy, preferences, connection, updates),
      ...(lookup && { lookup }),
      ...(again && { recovered: again }),
    };
  }

  window ??= opening.open();
  const opened = window;
  // Anew for each page: Chromium forgets the zoom of one that is loaded again.
  opened.webContents.on('dom-ready', () => applyToWindow(opened, preferences.current().preferences));
  applyToWindow(opened, preferences.current().preferences);
  const handlers = createHandlers({
    start,
    settled: async () => {
      if (commandLine.screenshot) app.exit(await writeScreenshot(opened, commandLine.screenshot));
      await updates.deskIsThere();
    },
    focus: () => {
      if (lookups.comesForward()) focusWindow(opened);
    },
    about: () => about(app.getVersion(), app.getPath('logs'), out),
    openLogs: async () => void (await shell.openPath(app.getPath('logs'))),
    touched: () => {
      lastLookup = Date.now();
    },
    updates,
    client,
    connection,
    testConnection: () => testConnection(connection, prove, (url) => apiSession.resolveProxy(url)),
    signInProxy: (input) => proxyLogin.signIn(input),
    forgetProxy: async () => {
      const { address } = connection.status();
      const forgotten = await proxyLogin.forget(
        address ? proxiesOf(await apiSession.resolveProxy(address)) : [],
      );
      if (forgotten.ok) await apiSession.clearAuthCache();
      return forgotten;
    },
    preferences,
    slots,
    callers,
    copies,
    journal,
    log,
  });
  registerHandlers(
    opening.ipc,
    handlers,
    trustedFrame(() => opened.webContents.mainFrame),
  );
  // The page comes first: it may be waiting for its first answer, and the log may have to be rotated.
  setImmediate(() => logStartup(log, saved, read));

  function tell<E extends EventName>(event: E, payload: Events[E]): void {
    if (window && !window.isDestroyed()) window.webContents.send(event, payload);
  }

  reloadAfterCrash(opened, words, (reason) => {
    log.event({ event: 'page-gone', reason });
    slots.cancelAll();
    recovered = true;
    // Nothing is lost with the page: who was open is opened again.
    const open = callers.open();
    lookups.pageGone(open && `id:${open.id}`);
  });

  const leave = () => {
    callers.forgotten();
    slots.cancelAll();
    void copies.clear();
    lookups.pageGone();
    // A new page has nothing of the old one; an emptied one may hold this and that of the customer for a while.
    if (!opened.isDestroyed()) opened.webContents.reload();
  };
  const idleMinutes = () => preferences.current().preferences.idleMinutes;
  lockWhenAway(powerMonitor, idleMinutes, () => lastLookup, leave);

  links.arrived((text) => lookups.arrived(text));
  app.on('second-instance', (_event, _argv, _directory, data) => {
    if (opened.isDestroyed()) return;
    const lookup = cleanLookup(String((data as { lookup?: unknown } | null)?.lookup ?? ''));
    // Started again without a word: the window is wanted. With a lookup the page decides, so as not to disturb a call.
    if (lookup) lookups.arrived(lookup);
    else focusWindow(opened);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    // Electron 33 may crash on its way out when a request of session.fetch is still open.
    slots.cancelAll();
    log.event({ event: 'quit' });
  });
}
