import { writeSync } from 'node:fs';
import type { Session } from 'electron';
import type { ImportRow } from '../../preload/contract/studio-import';
import type { CommandLine } from '../command-line';
import type { ConnectionService } from '../connection/connection';
import { isTable, parseCredentials, problemText, rowLine } from '../connection/provision';
import { provisionProxies } from '../connection/provision-proxies';
import { createProxyAuthProbe } from '../connection/proxy-auth-probe';
import type { ProxyLogin } from '../connection/proxy-login';
import { takeProxyRows } from '../connection/proxy-rows';
import { standardInput } from '../connection/standard-input';
import { isConnected, isEnded, StudioImport } from '../connection/studio-import';
import { allowedAddresses, type Policy } from '../policy/keys';

/** What provisioning works with: the connection, and the way to it. */
export type ProvisionParts = { connection: ConnectionService; session: Session; proxyLogin: ProxyLogin };

/**
 * Saves the credentials of proxies and connects the studios on standard input.
 *
 * @returns the exit code: 0 when all of them are saved and connected
 */
export async function provision(
  { connection, session, proxyLogin }: ProvisionParts,
  policy: Policy,
  { brand }: CommandLine,
): Promise<number> {
  const allowed = allowedAddresses(policy) ?? [];
  // SECURITY: with several addresses, a key without one must not go to the first.
  const policyAddress = allowed.length === 1 ? allowed[0] : undefined;
  const input = await standardInput();
  if (input === undefined) return notProvisioned('tooManyRows');
  const { proxies, rest, numbers } = takeProxyRows(input);
  const known = [...connection.studios().map(({ address }) => address), ...allowed];
  const way = {
    resolveProxy: (url: string) => session.resolveProxy(url),
    probe: createProxyAuthProbe(session),
    proxyLogin,
  };
  // Before the studios, which are reached through the proxies.
  const signIn = (addresses: readonly string[]) =>
    provisionProxies(proxies, [...addresses, ...known], way, (line, failed) =>
      writeSync(failed ? 2 : 1, line),
    );
  if (proxies.length > 0 && rest === '') return (await signIn([])) ? 0 : 1;
  // SECURITY: no line contains a key.
  const print = (row: ImportRow) =>
    writeSync(isConnected(row) ? 1 : 2, rowLine({ ...row, line: numbers[row.line - 1] ?? row.line }));
  if (!isTable(rest, policyAddress)) {
    const credentials = parseCredentials(rest, policyAddress);
    const parsed = connection.parse(credentials);
    const signedIn = await signIn(parsed.ok ? parsed.value.addresses : []);
    const outcome = await connection.connect(credentials);
    const { address } = credentials;
    if (!outcome.ok) return notProvisioned(problemText(outcome.problem));
    print({ line: 1, name: outcome.value.studio.name, address, state: outcome.value.was });
    return signedIn ? 0 : 1;
  }
  const printed = new Set<number>();
  const printEnded = (all: readonly ImportRow[]) => {
    for (const row of all.filter((each) => isEnded(each) && !printed.has(each.line))) {
      printed.add(row.line);
      print(row);
    }
  };
  const rows = new StudioImport(connection, printEnded, () => policyAddress);
  const read = await rows.read(rest, brand);
  if (!read.ok) return notProvisioned(problemText(read.problem));
  const ready = read.value.flatMap(({ state, address }) => (state === 'ready' && address ? [address] : []));
  const signedIn = await signIn(ready);
  const connected = await rows.connect({});
  printEnded(connected);
  return signedIn && connected.length > 0 && connected.every(isConnected) ? 0 : 1;
}

function notProvisioned(why: string): number {
  writeSync(2, `Not provisioned: ${why}\n`);
  return 1;
}
