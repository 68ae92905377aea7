import type { Problem } from '../../preload/contract/problem';
import { askableAt } from '../loadable';

/** Beyond the moment itself, so that main's clock has passed it, too. */
const marginMs = 50;

/**
 * Runs what a 429 keeps waiting once its time has come: of each panel the last lookup only, since a newer one has
 * replaced the problem that an older one was waiting with.
 *
 * @returns to be called with what is failed now, after every change
 */
export function createRateLimitRetry<Source extends string>(
  retry: (source: Source) => void,
  now: () => number = Date.now,
): (failures: Partial<Record<Source, Problem>>) => void {
  const waiting = new Map<Source, { problem: Problem; timer: ReturnType<typeof setTimeout> }>();

  return (failures) => {
    for (const [source, { problem, timer }] of waiting)
      if (failures[source] !== problem) {
        clearTimeout(timer);
        waiting.delete(source);
      }
    for (const [source, problem] of Object.entries(failures) as [Source, Problem][]) {
      const until = askableAt(problem);
      if (until === undefined || waiting.has(source)) continue;
      const timer = setTimeout(() => retry(source), Math.max(0, until - now()) + marginMs);
      waiting.set(source, { problem, timer });
    }
  };
}
