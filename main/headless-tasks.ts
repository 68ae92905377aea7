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

/** Longer than any address and key; what follows is not read. */
const longestInput = 64 * 1024;

/** What `app.ts` is for the desk, for what an administrator has done without one. @returns the exit code */
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
    // Whoever provisions a desktop has decided.
    async () => true,
    read.policy.apiAddress,
  );
  await connection.start(saved, false);
  const given = credentialsIn(await standardInput(), read.policy.apiAddress);
  const outcome = await connection.connect(given);
  // SECURITY: words of ours, never what was given.
  if (!outcome.ok) writeSync(2, `Not provisioned: ${wordsOf(outcome.problem)}\n`);
  return outcome.ok ? 0 : 1;
}

/** Where this build looks for its policy. */
export function policySources({ policy }: CommandLine): PolicySource[] {
  // SECURITY: whoever starts a release must not choose its policy.
  if (buildType !== 'release' && policy) return [jsonFile(policy, 'machine')];
  return platformSources(process.platform);
}

/** By its descriptor: on Windows Electron gives `process.stdin` no data. */
async function standardInput(): Promise<string> {
  let text = '';
  for await (const chunk of createReadStream('', { fd: 0, autoClose: false, encoding: 'utf8' })) {
    text += chunk;
    if (text.length > longestInput) break;
  }
  return text;
}
