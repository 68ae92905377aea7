import { buildType, builtInFeed, updateKey } from '../build-type';
import type { Policy } from '../policy/keys';
import { thisInstallation, type UpdaterKind, updaterFor } from './installation';

/** The feed of an installation that updates itself, and how. */
export interface FeedChoice {
  kind: UpdaterKind;
  options: { feed: string; channel: 'stable' | 'pilot'; publicKey: string };
}

/** Why an installation does not update itself: something else does, the policy rules it out, or the build has no feed. */
export type NoFeed = 'elsewhere' | 'off' | 'none';

/** Updater of the running installation; undefined in development, where builds are not replaced automatically. */
export function ownUpdater(): UpdaterKind | undefined {
  return buildType === 'development' ? undefined : updaterFor(thisInstallation());
}

/** The feed that the policy or the build names. */
export function chooseFeed(
  kind: UpdaterKind | undefined,
  { updates = true, feedUrl, channel = 'stable' }: Policy,
  built = { feed: builtInFeed, publicKey: updateKey },
): FeedChoice | NoFeed {
  if (!kind) return 'elsewhere';
  if (!updates) return 'off';
  const feed = feedUrl ?? built.feed;
  if (!feed || !built.publicKey) return 'none';
  return { kind, options: { feed, channel, publicKey: built.publicKey } };
}
