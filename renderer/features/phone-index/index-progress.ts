import type { PhoneIndexState, StudioIndexState } from '../../../preload/contract/phone-index';
import type { StudioRef } from '../../../preload/contract/studio';

/** How far the telephone index of some studios is. */
export interface IndexProgress {
  /**
   * `missing`: it waits for somebody to start it; `waiting`: it starts by itself; `complete`: every studio can be searched in
   * full, also while a newer index is made.
   */
  phase: 'missing' | 'waiting' | 'running' | 'paused' | 'failed' | 'complete';
  studios: StudioIndexState[];
  /** Number of studios that can be searched in full. */
  complete: number;
  /** Number of customers that were read, of all studios. */
  customers: number;
  /** The studio that is read, or whose turn is interrupted. */
  current: StudioIndexState | undefined;
  failed: StudioIndexState[];
  /** Time of the oldest complete index, in milliseconds since the epoch. */
  madeAt: number | undefined;
}

/** Whether a studio can be searched in full. */
export const isComplete = ({ madeAt, isOutdated }: StudioIndexState): boolean =>
  madeAt !== undefined && !isOutdated;

/** Whether the index of a studio is being made. */
export const isBeingMade = ({ state }: StudioIndexState): boolean =>
  state === 'running' || state === 'paused';

/** How far the index of these studios is; of all studios of the desk by default. */
export function progressOf(index: PhoneIndexState, refs?: readonly StudioRef[]): IndexProgress {
  const wanted = refs && new Set(refs);
  const known = index.studios.filter(({ studio }) => wanted?.has(studio) ?? true);
  const studios = wanted ? [...known, ...missingOf(wanted, known)] : known;
  const complete = studios.filter(isComplete);
  const current = studios.find(({ state }) => state === 'running') ?? studios.find(isBeingMade);
  const failed = studios.filter(({ state }) => state === 'failed');
  const times = complete.flatMap(({ madeAt }) => madeAt ?? []);
  return {
    phase: phaseOf(studios, complete.length, current, failed),
    studios,
    complete: complete.length,
    customers: studios.reduce((sum, { customers }) => sum + customers, 0),
    current,
    failed,
    madeAt: times.length > 0 ? Math.min(...times) : undefined,
  };
}

/** Studios that the index does not name have none. */
function missingOf(wanted: ReadonlySet<StudioRef>, known: readonly StudioIndexState[]): StudioIndexState[] {
  const named = new Set(known.map(({ studio }) => studio));
  return [...wanted]
    .filter((studio) => !named.has(studio))
    .map((studio) => ({ studio, state: 'missing', customers: 0 }));
}

function phaseOf(
  studios: readonly StudioIndexState[],
  complete: number,
  current: StudioIndexState | undefined,
  failed: readonly StudioIndexState[],
): IndexProgress['phase'] {
  if (complete === studios.length && complete > 0) return 'complete';
  if (current) return current.state === 'running' ? 'running' : 'paused';
  if (studios.some(({ state }) => state === 'waiting')) return 'waiting';
  return failed.length > 0 ? 'failed' : 'missing';
}
