import type { Problem, ProblemKind } from '../../preload/contract/problem';
import type { Failure } from '../features/diagnostics/diagnostics-store';
import type { Failures } from './failures';
import { createRateLimitRetry } from './rate-limit-retry';

/** Problems that a new API key resolves. */
const keyProblems: ReadonlySet<ProblemKind> = new Set(['unauthorized', 'keyMissing']);

/** Problems that a restored network connection may resolve. */
const networkProblems: ReadonlySet<ProblemKind> = new Set([
  'offline',
  'unreachable',
  'nameNotResolved',
  'connectionLost',
  'timeout',
]);

export const isNetworkProblem = (kind: ProblemKind) => networkProblems.has(kind);

/** The parts of the window that react to a failure. */
export interface FailureReactions {
  diagnostics: { isOpen: () => boolean; show: (source: string) => void; close: () => void };
  askForKey: (problem: Problem) => void;
  askForProxySignIn: (problem: Problem) => void;
}

/**
 * Reacts to each change of the failures: retries after a rate limit, asks for a missing key or proxy password, and opens and
 * closes the diagnostics.
 */
export function reactToFailures(failures: Failures, reactions: FailureReactions): void {
  const { diagnostics, askForKey, askForProxySignIn } = reactions;
  const retryAfterRateLimit = createRateLimitRetry(failures.retry);
  let before: readonly Failure[] = [];

  failures.subscribe(() => {
    const now = failures.list();
    if (now === before) return;
    const known = new Set(before.map(({ problem }) => problem));
    const fresh = now.filter(({ problem }) => !known.has(problem));
    const isResolved = before.length > 0 && now.length === 0;
    before = now;
    retryAfterRateLimit(Object.fromEntries(now.map(({ source, problem }) => [source, problem])));
    if (isResolved) diagnostics.close();
    for (const { problem } of fresh) {
      if (keyProblems.has(problem.kind)) askForKey(problem);
      askForProxySignIn(problem);
    }
    const told = fresh.find(({ isQuiet }) => !isQuiet);
    if (!told) return;
    // A new search is about the current caller; a failure that is already shown may be about an earlier one.
    if (told.source === 'search' || !diagnostics.isOpen()) diagnostics.show(told.source);
  });
}
