import type { Problem, ProblemKind } from '../../preload/contract/problem';
import { type Failure, sourceNameOf } from '../features/diagnostics/diagnostics-store';
import { problemOf } from '../loadable';
import type { Source } from '../source';

/** What failed and is still shown as failed. */
export interface Failures {
  /** The same array as before while nothing has changed, in the order of the sources. */
  list: () => readonly Failure[];
  subscribe: (listener: () => void) => () => void;
  retry: (source: string) => void;
  /** Retries what failed with a problem that may be resolved now. A search that the agent stopped stays stopped. */
  retryWhere: (isResolved: (kind: ProblemKind) => boolean) => void;
}

/** Maximum number of problems of one source that are listed. */
const maxPartialProblems = 20;

/** Collects the failures of all sources. */
export function createFailures(sources: Readonly<Record<string, Source>>): Failures {
  let current: readonly Failure[] = [];

  function list(): readonly Failure[] {
    const now = Object.entries(sources).flatMap(([source, { content, label, partialProblems }]) => {
      const problem = problemOf(content());
      const partial = problem ? [] : (partialProblems?.() ?? []).slice(0, maxPartialProblems);
      if (partial.length > 0)
        return partial.map((each, index) => ({
          source: index === 0 ? source : `${source} ${index + 1}`,
          label,
          problem: each,
          isQuiet: true,
          isPartial: true as const,
        }));
      if (!problem || problem.kind === 'cancelled') return [];
      return [{ source, label, problem, isQuiet: problem.kind === 'noKeyForStudio' }];
    });
    if (!sameProblems(now, current)) current = now;
    return current;
  }

  function retry(source: string): void {
    sources[sourceNameOf(source)]?.retry();
  }

  return {
    list,
    subscribe: (listener) => subscribeToAll(Object.values(sources), listener),
    retry,
    retryWhere(isResolved) {
      const resolved = list().filter(({ problem }) => isResolved(problem.kind));
      for (const name of new Set(resolved.map(({ source }) => sourceNameOf(source)))) retry(name);
    },
  };
}

/** Calls the listener after each change of any source. */
export function subscribeToAll(sources: readonly Source[], listener: () => void): () => void {
  const unsubscribes = sources.map(({ subscribe }) => subscribe(listener));
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

function sameProblems(a: readonly Failure[], b: readonly Failure[]): boolean {
  const problems = (failures: readonly Failure[]) => failures.map(({ problem }): Problem => problem);
  const [one, other] = [problems(a), problems(b)];
  return one.length === other.length && one.every((problem, index) => problem === other[index]);
}
