import { useSyncExternalStore } from 'react';
import type { Desk } from './desk/desk';
import { subscribeToAll } from './desk/failures';

/** Time of the oldest confidential data on screen, in milliseconds since the epoch; undefined while there is none. */
export function useDataAge({ sources, oldestDataTime }: Desk): number | undefined {
  return useSyncExternalStore((listener) => subscribeToAll(sources, listener), oldestDataTime);
}
