import type { Session } from 'electron';
import type { Connection } from '../../preload/contract/calls';
import type { ImportRow } from '../../preload/contract/studio-import';
import { ApiClient } from '../api/client';
import { DeskSearch } from '../api/desk-search';
import type { Http } from '../api/http';
import type { LatestRequests } from '../api/latest-request';
import { readStudioInformation } from '../api/studio-information';
import type { KeyChecks } from '../connection/identify-key';
import { proveKey } from '../connection/prove-key';
import type { ProxyLogin } from '../connection/proxy-login';
import { StudioImport } from '../connection/studio-import';
import { proxiesOf, testConnection } from '../connection/test-connection';
import type { ConnectionServices } from '../ipc/connection-handlers';
import { chooseStudioFile } from '../window/choose-studio-file';
import type { FirstServices } from './first-services';

/** The client and the search that use the connected studios, and what the settings can do with these. */
export function createConnection(options: {
  session: Session;
  http: Http;
  /** Requests that prove keys: a new call does not cancel them. */
  proofs: LatestRequests;
  first: FirstServices;
  proxyLogin: ProxyLogin;
  onConnection: (connection: Connection) => void;
  onImport: (rows: ImportRow[]) => void;
}): ConnectionServices & { client: ApiClient; deskSearch: DeskSearch } {
  const { session, http, proofs, proxyLogin } = options;
  const { connection, messages } = options.first;
  let proofCount = 0;
  // Each proof has its own kind, so that a newer one does not cancel it: many keys are verified at a time.
  const run = <T>(work: (signal: AbortSignal) => Promise<T>) => {
    proofCount += 1;
    return proofs.run(`proof ${proofCount}`, work);
  };
  const checks: KeyChecks = {
    prove: (credentials) => run((signal) => proveKey(http, credentials, signal)),
    information: (credentials) => run((signal) => readStudioInformation(http, credentials, signal)),
  };
  options.first.completeConnection({ checks, onConnection: options.onConnection });
  const client = new ApiClient(http, (studio) => connection.credentials(studio));
  const deskSearch = new DeskSearch(client, {
    studios: () => connection.studios(),
    learned: (studio, id) => connection.informed(studio, { id }),
  });
  return {
    connection,
    client,
    deskSearch,
    studioImport: new StudioImport(connection, options.onImport, () => soleAddress(connection.status())),
    chooseStudioFile: () => chooseStudioFile(messages()),
    testConnection: (studio) =>
      testConnection(connection, checks, studio, (url) => session.resolveProxy(url)),
    signInProxy: (input) => proxyLogin.signIn(input),
    async forgetProxy(address) {
      const proxies = proxiesOf(await session.resolveProxy(address));
      const forgotten = await proxyLogin.forget(proxies);
      if (forgotten.ok) await session.clearAuthCache();
      return forgotten;
    },
  };
}

/** The address of rows without one: the only one that the policy allows, or the only one in use. */
function soleAddress({ allowedAddresses, studios }: Connection): string | undefined {
  const addresses = allowedAddresses ?? studios.map(({ address }) => address);
  const [address, another] = new Set(addresses);
  return another === undefined ? address : undefined;
}
