import type { Problem } from '../../../preload/contract/problem';
import type { Failure } from './diagnostics-store';

/** Failures with the same cause: one strip shows them. */
export interface Cause {
  problem: Problem;
  /** At least one. */
  failures: [Failure, ...Failure[]];
}

/** Groups failures by their cause: the kind of problem, the studio and the status. */
export function causesOf(failures: readonly Failure[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const failure of failures) {
    const { kind, studio, response } = failure.problem;
    const name = [kind, studio, response?.status].join(' ');
    const cause = causes.get(name);
    if (cause) cause.failures.push(failure);
    else causes.set(name, { problem: failure.problem, failures: [failure] });
  }
  return [...causes.values()];
}
