import type { Problem } from '../../preload/contract/problem';
import { askableAt } from '../loadable';

/** Added to the wait, in milliseconds, so that main's clock has passed it as well. */
const marginMs = 50;

/**
 * Retries the source of a 429 when its wait is over. Each source keeps its last problem only, because a newer request
 * replaces the older one.
 *
 * @returns a function to call with the current failures after each change
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
