import type { Coverage } from '../../preload/contract/domain';
import type { ProblemKind } from '../../preload/contract/problem';
import type { Studio, StudioRef } from '../../preload/contract/studio';

/** Maximum number of studios that are named for a problem. */
const maxNamed = 2;

/** Studios that did not answer for the same reason. */
export interface MissingStudios {
  kind: ProblemKind;
  named: StudioRef[];
  /** Number of the others. */
  more: number;
}

/** Studios that did not answer by kind of problem, in the order of the desk: a line each, however many they are. */
export function missingByProblem(
  missing: Coverage['missing'],
  studios: readonly Pick<Studio, 'ref'>[],
): MissingStudios[] {
  const order = new Map(studios.map(({ ref }, index) => [ref, index]));
  const place = (ref: StudioRef) => order.get(ref) ?? studios.length;
  const kinds = new Map<ProblemKind, StudioRef[]>();
  for (const { studio, problem } of missing.toSorted((a, b) => place(a.studio) - place(b.studio)))
    kinds.set(problem.kind, [...(kinds.get(problem.kind) ?? []), studio]);
  return Array.from(kinds, ([kind, refs]) => ({
    kind,
    named: refs.slice(0, maxNamed),
    more: Math.max(0, refs.length - maxNamed),
  }));
}
