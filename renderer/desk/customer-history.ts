import type { FoundCustomer } from '../../preload/contract/domain';
import type { Found } from './stores';

/** A customer who was opened in this call. */
export interface Visit {
  hit: FoundCustomer;
  how: Pick<Found, 'by' | 'typed' | 'movedTo'>;
  /** Shows again what was loaded; absent for the open customer, and where it is no longer kept. */
  restore?: () => void;
}

/** The customers of this call in the order in which they were opened, and the position of the open one. */
export interface Visits {
  list: readonly Visit[];
  at: number;
}

export const noVisits: Visits = { list: [], at: -1 };

/** Maximum number of visits. */
const visitsKept = 20;

/** How far from the open customer loaded data is kept, in visits; the data of others is loaded again. */
const loadedReach = 4;

/** Another customer was opened: those that the agent went back from are dropped, as in a browser. */
export function opened({ list, at }: Visits, visit: Visit): Visits {
  const now = [...list.slice(0, at + 1), visit].slice(-visitsKept);
  return withinReach({ list: now, at: now.length - 1 });
}

/** Returns the visits with the open one changed: its hit, or the function that restores its data. */
export function changed({ list, at }: Visits, change: Partial<Visit>): Visits {
  return { list: list.map((visit, index) => (index === at ? { ...visit, ...change } : visit)), at };
}

/** The position one visit back or forward; undefined at the end. */
export function moved({ list, at }: Visits, by: -1 | 1): Visits | undefined {
  return list[at + by] && withinReach({ list, at: at + by });
}

function withinReach({ list, at }: Visits): Visits {
  const near = ({ hit, how, ...loaded }: Visit, index: number): Visit =>
    Math.abs(index - at) <= loadedReach ? { hit, how, ...loaded } : { hit, how };
  return { list: list.map(near), at };
}
