/** Why an update could not be had. Nothing of it touches the version that is running. */
export const updateFaults = [
  /** Nobody answered, or the answer broke off. */
  'unreachable',
  /** Somebody answered, but there is no manifest. */
  'noManifest',
  /** The manifest is not signed with the key of our releases, or the signature is of another. */
  'notSigned',
  /** It is signed, and cannot be understood or leads elsewhere. */
  'badManifest',
  /** What was downloaded is not what the manifest names. */
  'tampered',
  /** Checking or downloading stood still. */
  'timeout',
  /** It was had, and could not be installed. */
  'notInstalled',
] as const;
export type UpdateFault = (typeof updateFaults)[number];

/** How it stands with the next version. */
export type UpdateState =
  /** No feed, a policy that forbids it, or an installation that is updated by other means. */
  | { phase: 'off' }
  | { phase: 'idle' }
  | { phase: 'checking' }
  /** Per cent, 0 to 100. */
  | { phase: 'downloading'; version: string; percent: number }
  /** Downloaded and proved; installed on quit, on an idle desk, or when the agent asks. */
  | { phase: 'ready'; version: string }
  /** That version did not start, and this one was put back; it stays until there is a newer one. */
  | { phase: 'wentBack'; version: string }
  | { phase: 'failed'; fault: UpdateFault };
