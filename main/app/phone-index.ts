import type { ApiClient } from '../api/client';
import type { ConnectionService } from '../connection/connection';
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
}): Promise<PhoneIndexer> {
  const { policy, client, connection, region, desk } = options;
  const mode = policy.phoneLookup ?? 'off';
  if (mode === 'off') return noPhoneIndex;
  const [{ LocalPhoneIndexer }, { systemClock }] = await Promise.all([
    import('../phone-index/local-phone-indexer'),
    import('../phone-index/clock'),
  ]);
  const changed = new Throttle<null>(reportPauseMs, () => desk.send('phone:index-changed', indexer.state()));
  const indexer: PhoneIndexer = new LocalPhoneIndexer(
    {
      mode,
      client,
      region,
      also: policy.phoneIndexAlso ?? [],
      requestsPerMinute: policy.phoneIndexRequestsPerMinute,
      hours: policy.phoneIndexHours,
      spreadMinutes: policy.phoneIndexSpreadMinutes,
      clock: systemClock,
      onChange: () => changed.add(null),
    },
    connection.studios(),
  );
  return indexer;
}
