import { createReadStream, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { createHttp } from './app/network';
import { buildType } from './build-type';
import type { CommandLine, Task } from './command-line';
import { ConnectionService } from './connection/connection';
import { proveKey } from './connection/prove-key';
import { parseCredentials, problemText } from './connection/provision';
import { ProxyLogin } from './connection/proxy-login';
import { SecretStore } from './connection/secret-store';
import { SettingsFile, type SettingsRead } from './connection/settings';
import type { Policy } from './policy/keys';
import { jsonFile, platformSources } from './policy/platform-sources';
import { type PolicySource, readPolicy } from './policy/policy';
import { policyReport } from './policy/report';

/** Time limit of proving a key, in milliseconds. */
const timeLimitMs = 60_000;

/** Maximum length of standard input that is read, in characters. */
const maxInputLength = 64 * 1024;

/** Composition root of the tasks that run without a window. @returns the exit code */
export async function runTask(task: Task, commandLine: CommandLine): Promise<number> {
  const settingsPath = join(app.getPath('userData'), 'settings.json');
  const settings = new SettingsFile(settingsPath);
  const sources = policySources(commandLine);
  const policyRead = await readPolicy(sources);
  const saved = await settings.read();
  if (task === 'provision') return provision(settings, saved, policyRead.policy);
  writeSync(1, policyReport(policyRead, sources, saved.settings, settingsPath));
  return policyRead.refused.length === 0 ? 0 : 2;
}

/** Connects with the address and the key on standard input. @returns the exit code */
async function provision(settings: SettingsFile, saved: SettingsRead, policy: Policy): Promise<number> {
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setSpellCheckerLanguages([]);
  const secrets = new SecretStore();
  const http = createHttp({
    session: apiSession,
    proxyLogin: new ProxyLogin(secrets),
    language: () => 'en',
    onRequestEnd: () => undefined,
  });
  const connection = new ConnectionService(
    settings,
    secrets,
    (credentials) => proveKey(http, credentials, AbortSignal.timeout(timeLimitMs)),
    () => Promise.reject(new Error('No demo data without a window')),
    // Whoever runs --provision is allowed to change the address.
    async () => true,
    policy.apiAddress,
  );
  await connection.start(saved, false);
  const outcome = await connection.connect(parseCredentials(await standardInput(), policy.apiAddress));
  // SECURITY: the message contains none of the input.
  if (!outcome.ok) writeSync(2, `Not provisioned: ${problemText(outcome.problem)}\n`);
  return outcome.ok ? 0 : 1;
}

/** Sources of the policy of this build. */
export function policySources({ policy }: CommandLine): PolicySource[] {
  // SECURITY: a user who starts a release must not choose its policy.
  if (buildType !== 'release' && policy) return [jsonFile(policy, 'machine')];
  return platformSources(process.platform);
}

/** Reads standard input by its descriptor: on Windows, Electron's `process.stdin` delivers no data. */
async function standardInput(): Promise<string> {
  let text = '';
  for await (const chunk of createReadStream('', { fd: 0, autoClose: false, encoding: 'utf8' })) {
    text += chunk;
    if (text.length > maxInputLength) break;
  }
  return text;
}
