import pLimit from 'p-limit';
import type { Outcome, Problem, ProblemKind } from '../../preload/contract/problem';
import type { Studio } from '../../preload/contract/studio';
import type { Credentials } from '../api/api-request';
import { byAddress } from '../by-address';
import type { ConnectionService } from '../connection/connection';
import { problemText } from '../connection/provision';
import type { Finding } from './findings';

/** Keys that are proved at a time, per address. */
const proofsPerAddress = 6;

/** Time for all studios, in milliseconds; those that are left then were not checked. */
export const studiosLimitMs = 120_000;

/** Findings of the kinds of problems; any other is `studioOther`. */
const codes: Partial<Record<ProblemKind, StudioFailure>> = {
  unauthorized: 'studioKeyRefused',
  keyMissing: 'studioKeyMissing',
  keychainLocked: 'studioKeyUnreadable',
  keychainUnavailable: 'studioKeyUnreadable',
  keychainTimeout: 'studioKeyUnreadable',
  notTheApi: 'studioNotTheApi',
  unreachable: 'studioUnreachable',
  nameNotResolved: 'studioUnreachable',
  offline: 'studioUnreachable',
  connectionLost: 'studioUnreachable',
  timeout: 'studioUnreachable',
  tls: 'studioUntrusted',
  proxy: 'studioBehindProxy',
  proxyLogin: 'studioBehindProxy',
  rateLimited: 'studioBusy',
  serverError: 'studioBusy',
  unavailable: 'studioBusy',
};

type StudioFailure =
  | 'studioKeyRefused'
  | 'studioKeyMissing'
  | 'studioKeyUnreadable'
  | 'studioNotTheApi'
  | 'studioUnreachable'
  | 'studioUntrusted'
  | 'studioBehindProxy'
  | 'studioBusy';

export interface StudioParts {
  connection: Pick<ConnectionService, 'status' | 'studios' | 'credentials'>;
  /** Proves a key with the cheapest requests of the API; see `prove-key.ts`. */
  prove: (credentials: Credentials, signal: AbortSignal) => Promise<Outcome<null>>;
  now?: () => number;
}

/** Whether each studio answers and accepts its key. */
export async function checkStudios(parts: StudioParts, end: AbortSignal): Promise<Finding[]> {
  const { warning } = parts.connection.status();
  const studios = parts.connection.studios();
  const settings: Finding[] = warning
    ? [{ code: 'settingsUnusable', facts: { problem: problemText(warning) } }]
    : [];
  if (studios.length === 0) return warning ? settings : [{ code: 'studioNone', facts: {} }];
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), studiosLimitMs);
  const signal = AbortSignal.any([late.signal, end]);
  try {
    const checked = byAddress(studios).flatMap(({ items }) => {
      const limit = pLimit(proofsPerAddress);
      return items.map((studio) => limit(() => checkStudio(studio, parts, signal)));
    });
    return [...settings, ...(await Promise.all(checked))];
  } finally {
    clearTimeout(timer);
  }
}

async function checkStudio(
  studio: Studio,
  { connection, prove, now = Date.now }: StudioParts,
  signal: AbortSignal,
): Promise<Finding> {
  const subject = `${studio.name}, ${studio.ref}`;
  const unless = (finding: Finding): Finding =>
    signal.aborted
      ? { code: 'studioLate', subject, facts: { seconds: studiosLimitMs / 1000 } }
      : { ...finding, subject };
  if (signal.aborted) return unless({ code: 'studioNone', facts: {} });
  const credentials = await connection.credentials(studio.ref);
  if (!credentials.ok) return unless(findingOf(credentials.problem));
  const started = now();
  const proved = await prove(credentials.value, signal);
  if (!proved.ok) return unless(findingOf(proved.problem));
  return { code: 'studioAnswers', subject, facts: { ms: now() - started } };
}

function findingOf(problem: Problem): Finding {
  const code = codes[problem.kind] ?? 'studioOther';
  return { code, facts: { problem: problemText(problem) } };
}
