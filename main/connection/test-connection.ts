import type { ConnectionTest } from '../../preload/contract/calls';
import { type Outcome, succeed } from '../../preload/contract/problem';
import { hasLocalId, type StudioRef } from '../../preload/contract/studio';
import type { ConnectionService } from './connection';
import type { KeyChecks } from './identify-key';

/**
 * Tests whether a studio answers and accepts the key, and names the proxy that was used. Also asks for the ID and
 * the name of a studio, if the API has not supplied them.
 *
 * @param resolveProxy Electron's `session.resolveProxy`: the proxy that the system or its PAC file chooses for an
 * address
 */
export async function testConnection(
  connection: Pick<ConnectionService, 'credentials' | 'informed' | 'studios'>,
  checks: KeyChecks,
  studio: StudioRef,
  resolveProxy: (url: string) => Promise<string>,
  now: () => number = Date.now,
): Promise<Outcome<ConnectionTest>> {
  const credentials = await connection.credentials(studio);
  if (!credentials.ok) return credentials;
  const proxy = proxyOf(await resolveProxy(credentials.value.address));
  const started = now();
  const proved = await checks.prove(credentials.value);
  const durationMs = now() - started;
  const tested = connection.studios().find(({ ref }) => ref === studio);
  if (proved.ok && tested && (hasLocalId(tested) || tested.ownName)) {
    const information = await checks.information(credentials.value);
    if (information.ok) await connection.informed(studio, information.value);
  }
  return succeed({
    durationMs,
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
