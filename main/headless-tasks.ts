import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { readStudioInformation } from './api/studio-information';
import { createHttp } from './app/network';
import type { CommandLine, Task } from './command-line';
import { ConnectionService } from './connection/connection';
import { startKeychainProcess } from './connection/keychain-process';
import { tasksNeedProcess } from './connection/platform-keychain';
import { proveKey } from './connection/prove-key';
import { ProxyLogin } from './connection/proxy-login';
import { SecretStore } from './connection/secret-store';
import { SettingsFile, type SettingsRead } from './connection/settings';
import { StudioList } from './connection/studio-list';
import { allowedAddresses } from './policy/keys';
import { type PolicyRead, type PolicySource, readPolicy } from './policy/policy';
import { policyReport } from './policy/report';
import { policySources } from './policy/sources';

/** Time limit of proving a key, in milliseconds. */
const timeLimitMs = 60_000;

/** What every task begins with. */
export interface TaskContext {
  commandLine: CommandLine;
  settings: SettingsFile;
  settingsPath: string;
  saved: SettingsRead;
  sources: PolicySource[];
  policyRead: PolicyRead;
}

/** A task; it resolves to the exit code. */
type Run = (context: TaskContext) => Promise<number> | number;

/** What each task runs. Its code is loaded only for it: the desk loads this file as well. */
const runs: Record<Task, Run> = {
  async check(context) {
    const { checkDesktop } = await import('./check/desktop-check');
    const { printChecks } = await import('./check/check-task');
    const parts = { ...(await openConnection(context)), policyRead: context.policyRead };
    const folders = { userData: app.getPath('userData'), logs: app.getPath('logs') };
    const checks = checkDesktop({ ...parts, ...folders }, 'en');
    return printChecks(
      checks,
      app.getVersion(),
      context.commandLine.json === true,
      (text) => void writeSync(1, text),
    );
  },
  'policy-report'({ policyRead, sources, saved, settingsPath }) {
    writeSync(1, policyReport(policyRead, sources, saved.settings, settingsPath));
    return policyRead.refused.length === 0 ? 0 : 2;
  },
  async provision(context) {
    const { provision } = await import('./app/provision-task');
    const { policyRead, commandLine } = context;
    return provision(await openConnection(context), policyRead.policy, commandLine);
  },
  async studios(context) {
    const { listStudios } = await import('./app/studio-tasks');
    return listStudios((await openConnection(context)).connection);
  },
  async 'forget-studio'(context) {
    const { forgetStudio } = await import('./app/studio-tasks');
    return forgetStudio((await openConnection(context)).connection, context.commandLine.studio);
  },
  async 'phone-index'(context) {
    const { writePhoneIndex } = await import('./app/phone-index-file');
    const { connection, http } = await openConnection(context);
    const print = (line: string, failed: boolean) => void writeSync(failed ? 2 : 1, line);
    const { commandLine, policyRead } = context;
    return writePhoneIndex({ connection, http, policy: policyRead.policy, commandLine, print });
  },
};

/** Composition root of the tasks that run without a window. @returns the exit code */
export async function runTask(task: Task, commandLine: CommandLine): Promise<number> {
  const settingsPath = join(app.getPath('userData'), 'settings.json');
  const settings = new SettingsFile(settingsPath);
  const sources = policySources(commandLine);
  const [policyRead, saved] = await Promise.all([readPolicy(sources), settings.read()]);
  return runs[task]({ commandLine, settings, settingsPath, saved, sources, policyRead });
}

/** Builds the connection of a task. The one who runs a task may connect to any address that the policy allows. */
async function openConnection({ settings, saved, policyRead: { policy } }: TaskContext) {
  const apiSession = session.fromPartition('api', { cache: false });
  // A session that was just made answers `resolveProxy` with DIRECT until it has read the settings of the system.
  await apiSession.forceReloadProxyConfig();
  const secrets = new SecretStore({
    ...(tasksNeedProcess[process.platform] && { load: startKeychainProcess }),
    loadInProcess: startKeychainProcess,
  });
  const proxyLogin = new ProxyLogin(secrets);
  const http = createHttp({
    session: apiSession,
    proxyLogin,
    requestsPerMinute: policy.requestsPerMinute ?? saved.settings.requestsPerMinute,
    language: () => 'en',
    onRequestEnd: () => undefined,
  });
  const allowed = allowedAddresses(policy);
  const connection = new ConnectionService(
    new StudioList(settings, secrets, allowed),
    {
      prove: (credentials) => proveKey(http, credentials, AbortSignal.timeout(timeLimitMs)),
      information: (credentials) =>
        readStudioInformation(http, credentials, AbortSignal.timeout(timeLimitMs)),
    },
    () => Promise.reject(new Error('No demo data without a window')),
    async () => true,
    allowed,
  );
  await connection.start(saved, false);
  return { session: apiSession, secrets, proxyLogin, http, connection };
}
