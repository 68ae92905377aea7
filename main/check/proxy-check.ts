import type { ProxyAuthProbe, ProxyLogin } from '../connection/proxy-login';
import { proxyOf } from '../connection/test-connection';
import type { Finding } from './findings';

/** The proxies on the way to the API. */
export interface ProxyParts {
  /** Base URLs. */
  addresses: readonly string[];
  /** Electron's `session.resolveProxy`. */
  resolveProxy: (url: string) => Promise<string>;
  probe: ProxyAuthProbe;
  proxyLogin: Pick<ProxyLogin, 'fromKeychain'>;
}

/**
 * Which proxy Chromium chooses for each address, and whether it lets a request without data and without a key pass. Addresses
 * with the same way share one request.
 */
export async function checkProxies({ addresses, resolveProxy, ...parts }: ProxyParts): Promise<Finding[]> {
  const ways = new Map<string, Promise<Finding>>();
  const routes = await Promise.all(addresses.map((address) => resolveProxy(address)));
  return Promise.all(
    addresses.map(async (subject, index) => {
      const route = routes[index] ?? '';
      const way = ways.get(route) ?? findingOf(route, new URL(subject).origin, parts);
      ways.set(route, way);
      return { ...(await way), subject };
    }),
  );
}

async function findingOf(
  route: string,
  origin: string,
  { probe, proxyLogin }: Pick<ProxyParts, 'probe' | 'proxyLogin'>,
): Promise<Finding> {
  if (!proxyOf(route)) return { code: 'proxyNone', facts: {} };
  const result = await proxyLogin.fromKeychain(probe, origin);
  switch (result.end) {
    case 'open':
      return { code: 'proxyAnswers', facts: { route } };
    case 'asks':
      return { code: 'proxyAsks', facts: { route, proxy: result.proxy } };
    case 'refused':
      return { code: 'proxyRefuses', facts: { route, proxy: result.proxy } };
    case 'shut':
      return { code: 'proxySilent', facts: { route } };
  }
}
