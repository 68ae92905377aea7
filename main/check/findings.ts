import type { CheckStatus } from '../../preload/contract/check';
import type { UpdateFault } from '../../preload/contract/updates';

type None = Record<never, never>;

/** Everything that the checks can find, with its facts. SECURITY: no fact is a key, a password or a value of the policy. */
export interface Facts {
  /** `ms`: milliseconds for writing, reading and deleting. */
  keychainWorks: { ms: number };
  keychainSlow: { ms: number };
  keychainLocked: None;
  keychainAbsent: None;
  keychainSilent: None;
  /** The entry that was read is not the one that was written, or it cannot be deleted. */
  keychainDiffers: None;
  /** `values`: number of values in force. */
  policyRead: { values: number };
  policyRefused: { where: string };
  policyNoted: None;
  proxyNone: None;
  /** `route`: Chromium's result, such as `PROXY proxy.example:8080; DIRECT`. */
  proxyAnswers: { route: string };
  proxyAsks: { route: string; proxy: string };
  proxyRefuses: { route: string; proxy: string };
  proxySilent: { route: string };
  settingsUnusable: { problem: string };
  studioNone: None;
  studioAnswers: { ms: number };
  studioKeyRefused: None;
  studioKeyMissing: None;
  /** `problem`: kind and details, as `--provision` prints them. */
  studioKeyUnreadable: { problem: string };
  studioNotTheApi: { problem: string };
  studioUnreachable: { problem: string };
  studioUntrusted: { problem: string };
  studioBehindProxy: { problem: string };
  studioBusy: { problem: string };
  studioOther: { problem: string };
  studioLate: { seconds: number };
  /** `seconds`: how far this clock is ahead of the API's, negative when behind. */
  clockRight: { seconds: number };
  clockOff: { seconds: number };
  clockWrong: { seconds: number };
  clockUnknown: None;
  updatesElsewhere: None;
  updatesOff: None;
  updatesNoFeed: None;
  updatesCurrent: { feed: string };
  updatesNewer: { feed: string; version: string };
  updatesSilent: { feed: string; fault: UpdateFault };
  updatesRefused: { feed: string; fault: UpdateFault };
  diskFree: { megabytes: number; folder: string };
  diskLow: { megabytes: number; folder: string };
  diskFull: { megabytes: number; folder: string };
  diskUnwritable: { folder: string; error: string };
  /** `kilobytes`: size of all files of the log. */
  logWritable: { kilobytes: number; folder: string };
  logLarge: { kilobytes: number; folder: string };
  logUnwritable: { folder: string; error: string };
  checkLate: { seconds: number };
  /** `error`: name of the exception, without its message, which may quote input. */
  checkBroken: { error: string };
}

export type FindingCode = keyof Facts;

/** What one check has found. */
export type Finding = {
  [C in FindingCode]: { code: C; facts: Facts[C]; subject?: string };
}[FindingCode];

/** Status of each finding. */
export const statusOf: Record<FindingCode, CheckStatus> = {
  keychainWorks: 'ok',
  keychainSlow: 'warning',
  keychainLocked: 'failed',
  keychainAbsent: 'failed',
  keychainSilent: 'failed',
  keychainDiffers: 'failed',
  policyRead: 'ok',
  // What an administrator has set does not apply.
  policyRefused: 'failed',
  policyNoted: 'warning',
  proxyNone: 'ok',
  proxyAnswers: 'ok',
  proxyAsks: 'failed',
  proxyRefuses: 'failed',
  proxySilent: 'failed',
  settingsUnusable: 'failed',
  studioNone: 'warning',
  studioAnswers: 'ok',
  studioKeyRefused: 'failed',
  studioKeyMissing: 'failed',
  studioKeyUnreadable: 'failed',
  studioNotTheApi: 'failed',
  studioUnreachable: 'failed',
  studioUntrusted: 'failed',
  studioBehindProxy: 'failed',
  // The API is there, and cannot answer now.
  studioBusy: 'warning',
  studioOther: 'failed',
  studioLate: 'failed',
  clockRight: 'ok',
  clockOff: 'warning',
  clockWrong: 'failed',
  clockUnknown: 'warning',
  updatesElsewhere: 'ok',
  updatesOff: 'ok',
  updatesNoFeed: 'ok',
  updatesCurrent: 'ok',
  updatesNewer: 'ok',
  // The desk works without it, and asks again.
  updatesSilent: 'warning',
  updatesRefused: 'failed',
  diskFree: 'ok',
  diskLow: 'warning',
  diskFull: 'failed',
  diskUnwritable: 'failed',
  logWritable: 'ok',
  logLarge: 'warning',
  logUnwritable: 'failed',
  checkLate: 'failed',
  checkBroken: 'failed',
};
