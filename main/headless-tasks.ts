import { createReadStream, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { Http } from './api/http';
import { Quota } from './api/quota';
import { buildType } from './build-type';
import type { CommandLine, Task } from './command-line';
import { ConnectionService } from './connection/connection';
import { proveKey } from './connection/prove-key';
import { credentialsIn, wordsOf } from './connection/provision';
import { createProxyAuthProbe } from './connection/proxy-auth-probe';
import { fetchWithLogin, ProxyLogin } from './connection/proxy-login';
import { SecretStore } from './connection/secret-store';
import { SettingsFile } from './connection/settings';
import { jsonFile, platformSources } from './policy/platform-sources';
import { type PolicySource, readPolicy } from './policy/policy';
import { policyReport } from './policy/report';

/** Maximum length of standard input that is read, in characters. */
const longestInput = 64 * 1024;

/** Composition root of the tasks that run without a window. @returns the exit code */
export async function runTask(task: Task, commandLine: CommandLine): Promise<number> {
  const settingsPath = join(app.getPath('userData'), 'settings.json');
  const settings = new SettingsFile(settingsPath);
  const sources = policySources(commandLine);
  const read = await readPolicy(sources);
  const saved = await settings.read();
  if (task === 'policy-report') {
    writeSync(1, policyReport(read, sources, saved.settings, settingsPath));
    return read.refused.length === 0 ? 0 : 2;
  }
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setSpellCheckerLanguages([]);
  const secrets = new SecretStore();
  const http = new Http(
    fetchWithLogin(
      (url, init) => apiSession.fetch(url, init),
      createProxyAuthProbe(apiSession),
      new ProxyLogin(secrets),
    ),
    new Quota(Date.now),
    () => 'en',
    () => undefined,
  );
  const connection = new ConnectionService(
    settings,
    secrets,
    (credentials) => proveKey(http, credentials, AbortSignal.timeout(60_000)),
    () => Promise.reject(new Error('No demo here')),
    // Whoever runs --provision is allowed to change the address.
    async () => true,
    read.policy.apiAddress,
  );
  await connection.start(saved, false);
  const given = credentialsIn(await standardInput(), read.policy.apiAddress);
  const outcome = await connection.connect(given);
  // SECURITY: the message contains none of the input.
  if (!outcome.ok) writeSync(2, `Not provisioned: ${wordsOf(outcome.problem)}\n`);
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
    if (text.length > longestInput) break;
  }
  return text;
}
