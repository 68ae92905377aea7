import { join } from 'node:path';
import { app, clipboard } from 'electron';
import { LatestRequests } from '../api/latest-request';
import type { CommandLine } from '../command-line';
import { ProxyLogin } from '../connection/proxy-login';
import { SecretStore } from '../connection/secret-store';
import { SettingsFile } from '../connection/settings';
import { policySources } from '../headless-tasks';
import { traceHosts } from '../ipc/initial-state';
import { toRecord } from '../log/call-record';
import { Log } from '../log/log';
import { RecentCalls } from '../log/recent-calls';
import { readPolicy } from '../policy/policy';
import { ClipboardGuard } from '../privacy/clipboard-guard';
import { RecentCustomers } from '../privacy/recent-customers';
import type { DeskWindow } from '../window/desk-window';
import type { EarlyServices } from '../window/open-window';
import { createConnection } from './connection';
import { createHttp } from './network';
import { createPreferences } from './preferences';
import { createUpdates } from './updates';

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
  const preferences = createPreferences({ settings, saved, policy, commandLine, desk });
  const { language, messages } = preferences;

  const secrets = new SecretStore();
  const proxyLogin = new ProxyLogin(secrets);
  const telemetry =
    policy.telemetryEndpoint === undefined
      ? undefined
      : (await import('../telemetry/telemetry')).startTelemetry(policy.telemetryEndpoint, proxyLogin);
  const calls = new RecentCalls((record) => {
    log.call(record);
    telemetry?.add(record);
    desk.send('call:ended', record);
  });
  const http = createHttp({
    session,
    proxyLogin,
    requestsPerMinute: policy.requestsPerMinute ?? saved.settings.requestsPerMinute,
    language,
    onRequestEnd: (facts, problem) => calls.add(toRecord(facts, problem)),
  });
  const requests = new LatestRequests();
  const { apiAddress } = policy;
  const connection = createConnection({
    session,
    http,
    requests,
    settings,
    secrets,
    proxyLogin,
    messages,
    apiAddress,
  });
  await connection.connection.start(saved, commandLine.demo);

  const customers = new RecentCustomers();
  const clipboardGuard = new ClipboardGuard(clipboard);
  const updates = createUpdates({ policy, guard, messages, customers, desk, proxyLogin, log, telemetry });
  return {
    ...connection,
    ...preferences,
    policy,
    policyRead,
    saved,
    log,
    calls,
    requests,
    customers,
    clipboardGuard,
    updates,
  };
}

function createLog(): Log {
  const log = new Log(app.getPath('logs'));
  // SECURITY: Electron shows the message of an uncaught exception in a dialog, which may name a customer and blocks quitting.
  process.on('uncaughtException', ({ name }) => log.event({ event: 'main-failed', name: name.slice(0, 60) }));
  return log;
}
