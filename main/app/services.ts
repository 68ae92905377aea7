import { join } from 'node:path';
import { app, clipboard, powerMonitor } from 'electron';
import type { CallRecord } from '../../preload/contract/call-record';
import type { ImportRow } from '../../preload/contract/studio-import';
import { LatestRequests } from '../api/latest-request';
import type { CommandLine } from '../command-line';
import { startKeychainProcess } from '../connection/keychain-process';
import { ProxyLogin } from '../connection/proxy-login';
import { SecretStore } from '../connection/secret-store';
import { SettingsFile } from '../connection/settings';
import { policySources } from '../headless-tasks';
import { traceHosts } from '../ipc/initial-state';
import { toRecord } from '../log/call-record';
import { Log } from '../log/log';
import { RecentCalls } from '../log/recent-calls';
import { noPhoneIndex } from '../phone-index/phone-indexer';
import { allowedAddresses } from '../policy/keys';
import { readPolicy } from '../policy/policy';
import { ClipboardGuard } from '../privacy/clipboard-guard';
import { DeskUse } from '../privacy/desk-use';
import { IdleTime } from '../privacy/idle-time';
import { RecentCustomers } from '../privacy/recent-customers';
import { Throttle } from '../throttle';
import { ContextMenu } from '../window/context-menu';
import type { DeskWindow } from '../window/desk-window';
import type { EarlyServices } from '../window/open-window';
import { createConnection } from './connection';
import { createDesktopCheck } from './desktop-check';
import { createHttp } from './network';
import { createPhoneIndex } from './phone-index';
import { createPreferences } from './preferences';
import { createUpdates } from './updates';

/** Pause between two reports of ended calls, or of an import, to the page, in milliseconds. */
const reportPauseMs = 250;

export type DeskServices = Awaited<ReturnType<typeof createServices>>;

/** Builds the services of the desk, group by group, and opens the saved connection. */
export async function createServices(commandLine: CommandLine, early: EarlyServices, desk: DeskWindow) {
  const { apiSession: session, externalLinks, guard } = early;
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  const reading = Promise.all([readPolicy(policySources(commandLine)), settings.read()]);
  const log = createLog();
  const [policyRead, saved] = await reading;
  const { policy } = policyRead;
  externalLinks.allow([...(policy.externalLinkHosts ?? []), ...traceHosts(policy)]);
  if (policy.dialLinks) externalLinks.allowDialling();
  const preferences = createPreferences({ settings, saved, policy, commandLine, desk });
  const { language, messages } = preferences;

  const secrets = new SecretStore({ loadInProcess: startKeychainProcess });
  const proxyLogin = new ProxyLogin(secrets);
  const telemetry =
    policy.telemetryEndpoint === undefined
      ? undefined
      : (await import('../telemetry/telemetry')).startTelemetry(policy.telemetryEndpoint, proxyLogin);
  // In a search of many studios, hundreds of calls end in a second, and the page renders for each report.
  const ended = new Throttle<CallRecord>(reportPauseMs, (records) => desk.send('calls:ended', records));
  const calls = new RecentCalls((record) => {
    log.call(record);
    telemetry?.add(record);
    ended.add(record);
  });
  const http = createHttp({
    session,
    proxyLogin,
    requestsPerMinute: policy.requestsPerMinute ?? saved.settings.requestsPerMinute,
    language,
    onRequestEnd: (facts, problem) => calls.add(toRecord(facts, problem)),
  });
  const imported = new Throttle<ImportRow[]>(reportPauseMs, (states) =>
    desk.send('import:changed', states.at(-1) ?? []),
  );
  let phoneIndex = noPhoneIndex;
  const requests = new LatestRequests();
  const callers = new LatestRequests();
  const proofs = new LatestRequests();
  const connection = createConnection({
    session,
    http,
    proofs,
    settings,
    secrets,
    proxyLogin,
    messages,
    apiAddresses: allowedAddresses(policy),
    onConnection(state) {
      desk.send('connection:changed', state);
      phoneIndex.studiosChanged(state.studios);
    },
    onImport: (rows) => imported.add(rows),
  });
  await connection.connection.start(saved, commandLine.demo);
  const region = app.getLocaleCountryCode() || undefined;
  phoneIndex = await createPhoneIndex({ ...connection, policy, region, desk, session, proxyLogin, log });

  const contextMenu = new ContextMenu(
    () => messages().contextMenu,
    (items, request) => desk.popUp(items, request),
    () => desk.send('menu:chosen', null),
  );
  const customers = new RecentCustomers();
  const clipboardGuard = new ClipboardGuard(clipboard);
  const desktop = { secrets, policyRead, connection: connection.connection, http, session, proxyLogin };
  const use = new DeskUse();
  const idleTime = new IdleTime({
    system: () => powerMonitor.getSystemIdleTime(),
    lastInput: () => use.lastInput,
  });
  const updates = createUpdates({
    policy,
    guard,
    messages,
    customers,
    idleTime,
    desk,
    proxyLogin,
    log,
    telemetry,
  });
  return {
    ...connection,
    checkDesktop: createDesktopCheck(desktop, language),
    ...preferences,
    settings,
    policy,
    policyRead,
    saved,
    log,
    calls,
    requests,
    callers,
    proofs,
    customers,
    use,
    idleTime,
    phoneIndex,
    region,
    clipboardGuard,
    contextMenu,
    externalLinks,
    updates,
  };
}

function createLog(): Log {
  const log = new Log(app.getPath('logs'));
  // SECURITY: Electron shows the message of an uncaught exception in a dialog, which may name a customer and blocks quitting.
  process.on('uncaughtException', ({ name }) => log.event({ event: 'main-failed', name: name.slice(0, 60) }));
  return log;
}
