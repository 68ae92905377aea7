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

/** The prompts that a failure may open. */
export interface FailureReactions {
  askForKey: (problem: Problem) => void;
  askForProxySignIn: (problem: Problem) => void;
}

/**
 * Reacts to each change of the failures: retries after a rate limit, and asks for a missing key or proxy password.
 */
export function reactToFailures(failures: Failures, reactions: FailureReactions): void {
  const { askForKey, askForProxySignIn } = reactions;
  const retryAfterRateLimit = createRateLimitRetry(failures.retry);
  let before: readonly Failure[] = [];

  failures.subscribe(() => {
    const now = failures.list();
    if (now === before) return;
    const known = new Set(before.map(({ problem }) => problem));
    const fresh = now.filter(({ problem }) => !known.has(problem));
    before = now;
    retryAfterRateLimit(Object.fromEntries(now.map(({ source, problem }) => [source, problem])));
    for (const { problem } of fresh) {
      if (keyProblems.has(problem.kind)) askForKey(problem);
      askForProxySignIn(problem);
    }
  });
}
