import type { ConnectionTest } from '../../preload/contract/calls';
import { type Outcome, succeed } from '../../preload/contract/problem';
import type { ConnectionService, Prove } from './connection';

/**
 * Asks the studio that is connected whether it is there and takes the key, and says by which proxy.
 *
 * @param resolveProxy as Electron's `session.resolveProxy`: what the system or its PAC file says of an address
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

/** The first choice of a PAC result such as `PROXY proxy.example:8080; DIRECT`; undefined when it goes without. */
export function proxyOf(result: string): string | undefined {
  const [first = ''] = result.split(';');
  return addressIn(first) && first.trim();
}

/** Every proxy of such a result as `host:port`. */
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
