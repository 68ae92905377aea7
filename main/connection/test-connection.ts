import type { ConnectionTest } from '../../preload/contract/calls';
import { type Outcome, succeed } from '../../preload/contract/problem';
import type { ConnectionService, Prove } from './connection';

/**
 * Tests whether the connected studio answers and accepts the key, and names the proxy that was used.
 *
 * @param resolveProxy Electron's `session.resolveProxy`: the proxy that the system or its PAC file chooses for an
 * address
 */
export async function testConnection(
  connection: ConnectionService,
  prove: Prove,
  resolveProxy: (url: string) => Promise<string>,
  now: () => number = Date.now,
): Promise<Outcome<ConnectionTest>> {
  const credentials = await connection.credentials();
  if (!credentials.ok) return credentials;
  const proxy = proxyOf(await resolveProxy(credentials.value.origin));
  const started = now();
  const proved = await prove(credentials.value);
  return succeed({
    durationMs: now() - started,
    ...(proxy && { proxy }),
    ...(!proved.ok && { problem: proved.problem }),
  });
}

/** First proxy of a PAC result such as `PROXY proxy.example:8080; DIRECT`; undefined for a direct connection. */
export function proxyOf(result: string): string | undefined {
  const [first = ''] = result.split(';');
  return addressIn(first) && first.trim();
}

/** All proxies of a PAC result, as `host:port`. */
export function proxiesOf(result: string): string[] {
  return result
    .split(';')
    .map(addressIn)
    .filter((address) => address !== undefined);
}

function addressIn(choice: string): string | undefined {
  const [kind, address] = choice.trim().split(/\s+/);
  return kind === 'DIRECT' ? undefined : address;
}
