import type { FeedChoice, NoFeed } from '../updates/feed-choice';
import { UpdateRefused } from '../updates/update-refused';
import type { Finding } from './findings';

const withoutFeed: Record<NoFeed, Finding> = {
  elsewhere: { code: 'updatesElsewhere', facts: {} },
  off: { code: 'updatesOff', facts: {} },
  none: { code: 'updatesNoFeed', facts: {} },
};

/**
 * Whether the feed answers with a manifest that the release key has signed. Nothing is downloaded.
 *
 * @param check reads the manifest as an update does, and resolves to a newer version; rejects with {@link UpdateRefused} or a
 * network error
 */
export async function checkUpdates(
  choice: FeedChoice | NoFeed,
  check: (choice: FeedChoice) => Promise<string | undefined>,
): Promise<Finding[]> {
  if (typeof choice === 'string') return [withoutFeed[choice]];
  // SECURITY: the path and the query of an address may be an access token, and the page shows the finding.
  const { origin: feed } = new URL(choice.options.feed);
  try {
    const version = await check(choice);
    return [
      version === undefined
        ? { code: 'updatesCurrent', facts: { feed } }
        : { code: 'updatesNewer', facts: { feed, version } },
    ];
  } catch (error) {
    const fault = error instanceof UpdateRefused ? error.fault : 'unreachable';
    const isRefused = fault === 'notSigned' || fault === 'badManifest';
    return [{ code: isRefused ? 'updatesRefused' : 'updatesSilent', facts: { feed, fault } }];
  }
}
