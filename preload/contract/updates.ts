/** Why an update failed. The running version is not affected. */
export const updateFaults = [
  /** The feed did not answer, or its answer broke off. */
  'unreachable',
  /** The feed answered without a manifest. */
  'noManifest',
  /** The manifest has no valid signature of the release key. */
  'notSigned',
  /** The signed manifest is invalid, or points to another feed. */
  'badManifest',
  /** The download is not the file of the manifest. */
  'tampered',
  /** Checking or downloading made no progress. */
  'timeout',
  /** The downloaded version could not be installed. */
  'notInstalled',
] as const;
export type UpdateFault = (typeof updateFaults)[number];

/** State of updates. */
export type UpdateState =
  /** No feed, a policy that turns updates off, or an installation that is updated by other means. */
  | { phase: 'off' }
  | { phase: 'idle' }
  | { phase: 'checking' }
  /** In per cent, 0 to 100. */
  | { phase: 'downloading'; version: string; percent: number }
  /** Downloaded and verified. It is installed on quit, on an idle desk, or when the agent asks. */
  | { phase: 'ready'; version: string }
  /** That version did not start, and this one was restored; it stays until a newer one appears. */
  | { phase: 'wentBack'; version: string }
  | { phase: 'failed'; fault: UpdateFault };
