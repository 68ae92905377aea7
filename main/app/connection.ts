import type { Session } from 'electron';
import { ApiClient } from '../api/client';
import type { Http } from '../api/http';
import type { LatestRequests } from '../api/latest-request';
import { ConnectionService, type Prove } from '../connection/connection';
import { proveKey } from '../connection/prove-key';
import type { ProxyLogin } from '../connection/proxy-login';
import type { SecretStore } from '../connection/secret-store';
import type { SettingsFile } from '../connection/settings';
import { proxiesOf, testConnection } from '../connection/test-connection';
import { startDemo } from '../demo/start-demo';
import type { DialogMessages } from '../dialog-messages';
import type { ConnectionServices } from '../ipc/connection-handlers';
import { confirmAddressChange } from '../window/confirm-address-change';

/** The connection to a studio, the client that uses it, and what the settings can do with both. */
export function createConnection(options: {
  session: Session;
  http: Http;
  requests: LatestRequests;
  settings: SettingsFile;
  secrets: SecretStore;
  proxyLogin: ProxyLogin;
  messages: () => DialogMessages;
  /** The address that the policy sets. */
  apiAddress: string | undefined;
}): ConnectionServices & { client: ApiClient } {
  const { session, http, requests, settings, secrets, proxyLogin, messages } = options;
  const prove: Prove = (credentials) =>
    requests.run('proof', (signal) => proveKey(http, credentials, signal));
  const connection = new ConnectionService(
    settings,
    secrets,
    prove,
    startDemo,
    (from, to) => confirmAddressChange(messages(), from, to),
    options.apiAddress,
  );
  return {
    connection,
    client: new ApiClient(http, () => connection.credentials()),
    testConnection: () => testConnection(connection, prove, (url) => session.resolveProxy(url)),
    signInProxy: (input) => proxyLogin.signIn(input),
    async forgetProxy() {
      const { address } = connection.status();
      const proxies = address ? proxiesOf(await session.resolveProxy(address)) : [];
      const forgotten = await proxyLogin.forget(proxies);
      if (forgotten.ok) await session.clearAuthCache();
      return forgotten;
    },
  };
}
