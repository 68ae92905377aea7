import type { Session } from 'electron';
import { oneLine } from '../studio-name';
import { problemText } from './provision';
import type { ProxyAuthProbe, ProxyLogin } from './proxy-login';
import type { ProxyRow } from './proxy-rows';
import { proxiesOf } from './test-connection';

/** The way to the API, on which proxies may ask. */
export interface ProxyWay {
  resolveProxy: Session['resolveProxy'];
  probe: ProxyAuthProbe;
  proxyLogin: Pick<ProxyLogin, 'provision'>;
}

/**
 * Proves the credentials of each row at its proxy, on the way to one of these addresses, and saves them in the keychain.
 *
 * @param print gets a line for each row, and whether it is an error
 * @returns whether all were saved
 */
export async function provisionProxies(
  rows: readonly ProxyRow[],
  addresses: readonly string[],
  way: ProxyWay,
  print: (line: string, failed: boolean) => void,
): Promise<boolean> {
  let allSaved = true;
  for (const row of rows) {
    const why = await whyNotSaved(row, addresses, way);
    allSaved &&= why === undefined;
    // SECURITY: no line contains a name or a password, which may be anywhere in a row that is not as documented.
    const proxy = row.credentials && `proxy ${row.credentials.proxy}`;
    const what = why === undefined ? 'saved' : `not saved: ${why}`;
    print(`Line ${row.line}: ${oneLine([what, proxy].filter(Boolean).join(' '))}\n`, why !== undefined);
  }
  return allSaved;
}

async function whyNotSaved(
  { credentials }: ProxyRow,
  addresses: readonly string[],
  { resolveProxy, probe, proxyLogin }: ProxyWay,
): Promise<string | undefined> {
  if (!credentials) return 'rowUnusable (write proxy HOST:PORT;NAME;PASSWORD)';
  for (const address of new Set(addresses)) {
    const proxies = proxiesOf(await resolveProxy(address)).map((each) => each.toLowerCase());
    if (!proxies.includes(credentials.proxy)) continue;
    const saved = await proxyLogin.provision(probe, new URL(address).origin, credentials);
    return saved.ok ? undefined : problemText(saved.problem);
  }
  return 'notOnTheWay (the system sends no address of a studio through it)';
}
