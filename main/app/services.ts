import { app, clipboard, powerMonitor } from 'electron';
import type { CallRecord } from '../../preload/contract/call-record';
import type { ImportRow } from '../../preload/contract/studio-import';
import { LatestRequests } from '../api/latest-request';
import { ProxyLogin } from '../connection/proxy-login';
import { toRecord } from '../log/call-record';
import { Log } from '../log/log';
import { RecentCalls } from '../log/recent-calls';
import { noPhoneIndex } from '../phone-index/phone-indexer';
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
import type { FirstServices } from './first-services';
import { createHttp } from './network';
import { createPhoneIndex } from './phone-index';
import { createUpdates } from './updates';

/** Pause between two reports of ended calls, or of an import, to the page, in milliseconds. */
const reportPauseMs = 250;

export type DeskServices = Awaited<ReturnType<typeof createServices>>;

/** Builds the services of the desk beside the first ones, group by group. */
export async function createServices(early: EarlyServices, desk: DeskWindow, first: FirstServices) {
  const { apiSession: session, externalLinks, guard } = early;
  const { policy, policyRead, saved, secrets, language, messages } = first;
  const log = createLog();
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
    first,
    proxyLogin,
    onConnection(state) {
      desk.send('connection:changed', state);
      phoneIndex.studiosChanged(state.studios);
    },
    onImport: (rows) => imported.add(rows),
  });
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
    ...first,
    ...connection,
    checkDesktop: createDesktopCheck(desktop, language),
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
