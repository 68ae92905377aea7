import type { Session } from 'electron';
import { Http, type OnRequestEnd } from '../api/http';
import { Quota } from '../api/quota';
import { fetchIn } from '../connection/net-fetch';
import { createProxyAuthProbe } from '../connection/proxy-auth-probe';
import { fetchWithLogin, type ProxyLogin } from '../connection/proxy-login';

/** Requests to the API through the session's proxy, within the quota, signed in to a proxy that asks. */
export function createHttp(options: {
  session: Session;
  proxyLogin: ProxyLogin;
  /** The share of the studio's quota that this desktop may use; undefined takes the default. */
  requestsPerMinute?: number | undefined;
  /** Language of the API's error messages, BCP 47. */
  language: () => string;
  onRequestEnd: OnRequestEnd;
}): Http {
  const { session, proxyLogin } = options;
  const probe = createProxyAuthProbe(session);
  return new Http(
    fetchWithLogin(fetchIn(session), probe, proxyLogin),
    new Quota(Date.now, options.requestsPerMinute),
    options.language,
    options.onRequestEnd,
  );
}
