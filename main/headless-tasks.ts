import { createReadStream, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import type { ImportRow } from '../preload/contract/studio-import';
import { readStudioInformation } from './api/studio-information';
import { createHttp } from './app/network';
import { buildType } from './build-type';
import type { CommandLine, Task } from './command-line';
import { ConnectionService } from './connection/connection';
import { startKeychainProcess } from './connection/keychain-process';
import { proveKey } from './connection/prove-key';
import { isTable, parseCredentials, problemText, rowLine, studioLines } from './connection/provision';
import { ProxyLogin } from './connection/proxy-login';
import { SecretStore } from './connection/secret-store';
import { SettingsFile, type SettingsRead } from './connection/settings';
import { isConnected, isEnded, StudioImport } from './connection/studio-import';
import { StudioList } from './connection/studio-list';
import { allowedAddresses, type Policy } from './policy/keys';
import { jsonFile, platformSources } from './policy/platform-sources';
import { type PolicySource, readPolicy } from './policy/policy';
import { policyReport } from './policy/report';
import { findStudio } from './window/screen-pop';

/** Time limit of proving a key, in milliseconds. */
const timeLimitMs = 60_000;

/** Maximum length of standard input that is read, in bytes. */
const maxInputLength = 2 * 1024 * 1024;

/** Composition root of the tasks that run without a window. @returns the exit code */
export async function runTask(task: Task, commandLine: CommandLine): Promise<number> {
  const settingsPath = join(app.getPath('userData'), 'settings.json');
  const settings = new SettingsFile(settingsPath);
  const sources = policySources(commandLine);
  const policyRead = await readPolicy(sources);
  const saved = await settings.read();
  if (task !== 'policy-report') {
    const { policy } = policyRead;
    const { connection, http } = await openConnection(settings, saved, policy);
    if (task === 'phone-index') {
      const { writePhoneIndex } = await import('./app/phone-index-file');
      const print = (line: string, failed: boolean) => void writeSync(failed ? 2 : 1, line);
      return writePhoneIndex({ connection, http, policy, commandLine, print });
    }
    if (task === 'provision') return provision(connection, policy, commandLine);
    return task === 'studios' ? listStudios(connection) : forgetStudio(connection, commandLine.studio);
  }
  writeSync(1, policyReport(policyRead, sources, saved.settings, settingsPath));
  return policyRead.refused.length === 0 ? 0 : 2;
}

/** Builds the connection of a task. The one who runs a task may connect to any address that the policy allows. */
async function openConnection(settings: SettingsFile, saved: SettingsRead, policy: Policy) {
  const apiSession = session.fromPartition('api', { cache: false });
  apiSession.setSpellCheckerLanguages([]);
  const secrets = new SecretStore({ loadInProcess: startKeychainProcess });
  const http = createHttp({
    session: apiSession,
    proxyLogin: new ProxyLogin(secrets),
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
  return { connection, http };
}

/** Connects the studios on standard input. @returns the exit code: 0 when all of them are connected */
async function provision(
  connection: ConnectionService,
  policy: Policy,
  { brand }: CommandLine,
): Promise<number> {
  const [first, another] = allowedAddresses(policy) ?? [];
  // SECURITY: with several addresses, a key without one must not go to the first.
  const policyAddress = another === undefined ? first : undefined;
  const input = await standardInput();
  if (input === undefined) return notProvisioned('tooManyRows');
  // SECURITY: no line contains a key.
  const print = (row: ImportRow) => writeSync(isConnected(row) ? 1 : 2, rowLine(row));
  if (!isTable(input, policyAddress)) {
    const credentials = parseCredentials(input, policyAddress);
    const outcome = await connection.connect(credentials);
    const { address } = credentials;
    if (outcome.ok) print({ line: 1, name: outcome.value.studio.name, address, state: outcome.value.was });
    return outcome.ok ? 0 : notProvisioned(problemText(outcome.problem));
  }
  const printed = new Set<number>();
  const printEnded = (all: readonly ImportRow[]) => {
    for (const row of all.filter((each) => isEnded(each) && !printed.has(each.line))) {
      printed.add(row.line);
      print(row);
    }
  };
  const rows = new StudioImport(connection, printEnded, () => policyAddress);
  const read = await rows.read(input, brand);
  if (!read.ok) return notProvisioned(problemText(read.problem));
  const connected = await rows.connect({});
  printEnded(connected);
  return connected.length > 0 && connected.every(isConnected) ? 0 : 1;
}

function notProvisioned(why: string): number {
  writeSync(2, `Not provisioned: ${why}\n`);
  return 1;
}

/** Prints the studios. @returns the exit code */
async function listStudios(connection: ConnectionService): Promise<number> {
  const studios = connection.studios().toSorted((a, b) => a.name.localeCompare(b.name));
  const keys = await Promise.all(studios.map(({ ref }) => connection.credentials(ref)));
  const lines = studios.map((studio, index) => {
    const key = keys[index];
    return { ...studio, key: key?.ok ? 'key' : (key?.problem.kind ?? 'keyMissing') };
  });
  writeSync(1, studioLines(lines));
  return 0;
}

/** Removes a studio and its key. @returns the exit code */
async function forgetStudio(connection: ConnectionService, named: string | undefined): Promise<number> {
  const studio = findStudio(named ?? '', connection.studios());
  if (!studio) {
    const why = named
      ? `No single studio has this ID or name: ${named}`
      : 'Give the ID or the name of one studio';
    writeSync(2, `Not forgotten: ${why}\n`);
    return 1;
  }
  const removed = await connection.remove(studio.ref);
  if (removed.ok) writeSync(1, `Forgotten: ${studioLines([{ ...studio, key: 'no key' }])}`);
  else writeSync(2, `Not forgotten: ${problemText(removed.problem)}\n`);
  return removed.ok ? 0 : 1;
}

/** Sources of the policy of this build. */
export function policySources({ policy }: CommandLine): PolicySource[] {
  // SECURITY: a user who starts a release must not choose its policy.
  if (buildType !== 'release' && policy) return [jsonFile(policy, 'machine')];
  return platformSources(process.platform);
}

/**
 * Reads standard input by its descriptor: on Windows, Electron's `process.stdin` delivers no data. Undefined when there is
 * too much of it.
 */
async function standardInput(): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream('', { fd: 0, autoClose: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxInputLength) return undefined;
  }
  const { decodeRows } = await import('./connection/studio-rows');
  return decodeRows(Buffer.concat(chunks));
}
