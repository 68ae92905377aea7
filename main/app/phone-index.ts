import { app, type Session } from 'electron';
import type { ApiClient } from '../api/client';
import type { ConnectionService } from '../connection/connection';
import { fetchIn } from '../connection/net-fetch';
import { createProxyAuthProbe } from '../connection/proxy-auth-probe';
import { fetchWithLogin, type ProxyLogin } from '../connection/proxy-login';
import type { Log } from '../log/log';
import { noPhoneIndex, type PhoneIndexer } from '../phone-index/phone-indexer';
import type { Policy } from '../policy/keys';
import { Throttle } from '../throttle';
import type { DeskWindow } from '../window/desk-window';

/** Pause between two reports to the page, in milliseconds. */
const reportPauseMs = 250;

/** The telephone index as the policy wants it. Without one, nothing of it is loaded. */
export async function createPhoneIndex(options: {
  policy: Policy;
  client: ApiClient;
  connection: Pick<ConnectionService, 'studios'>;
  /** ISO code of the country of the desk. */
  region: string | undefined;
  desk: Pick<DeskWindow, 'send'>;
  session: Session;
  proxyLogin: ProxyLogin;
  log: Log;
}): Promise<PhoneIndexer> {
  const { policy, client, connection, region, desk } = options;
  const mode = policy.phoneLookup ?? 'off';
  if (mode === 'off') return noPhoneIndex;
  const { systemClock: clock } = await import('../phone-index/clock');
  const changed = new Throttle<null>(reportPauseMs, () => desk.send('phone:index-changed', indexer.state()));
  const onChange = () => changed.add(null);
  const studios = connection.studios();
  const { phoneIndexHours: hours, phoneIndexSpreadMinutes: spreadMinutes } = policy;
  const schedule = { hours, spreadMinutes, clock, onChange };
  let indexer = noPhoneIndex;
  if (policy.phoneIndexUrl !== undefined) {
    const [{ FetchedPhoneIndex }, { FileUnavailable, sourceOf }] = await Promise.all([
      import('../phone-index/fetched-phone-index'),
      import('../phone-index/index-file-source'),
    ]);
    const { session, proxyLogin, log } = options;
    const { phoneIndexKey: key = '', phoneIndexPublicKey: publicKey = '' } = policy;
    const fetch = fetchWithLogin(fetchIn(session), createProxyAuthProbe(session), proxyLogin);
    indexer = new FetchedPhoneIndex(
      {
        ...schedule,
        // Without both keys nothing is fetched, and nothing is made instead: 500 desks would exhaust the quota.
        source:
          key && publicKey
            ? sourceOf(policy.phoneIndexUrl, fetch)
            : () => Promise.reject(new FileUnavailable('no usable keys in the policy')),
        key: Buffer.from(key, 'base64'),
        publicKey,
        onFetched: (result) => log.event({ event: 'phone-index', result }),
      },
      studios,
    );
    return indexer;
  }
  const [{ LocalPhoneIndexer }, { sliceThread }] = await Promise.all([
    import('../phone-index/local-phone-indexer'),
    import('../phone-index/slice-thread'),
  ]);
  indexer = new LocalPhoneIndexer(
    {
      ...schedule,
      mode,
      client,
      startReading: sliceThread(app.getAppPath()),
      region,
      also: policy.phoneIndexAlso ?? [],
      requestsPerMinute: policy.phoneIndexRequestsPerMinute,
    },
    studios,
  );
  return indexer;
}
