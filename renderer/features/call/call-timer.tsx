import { type StoreApi, useStore } from 'zustand';
import { useNow } from '../../components/use-now';
import { useWatched } from '../../components/use-watched';
import { formatElapsed } from '../../format/date';
import { countUp } from '../../format/running-time';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** Duration of the current call. */
export function CallTimer({ store }: { store: StoreApi<CallState> }) {
  const { messages } = useLanguage();
  const startedAt = useStore(store, (state) => state.startedAt);
  const { isWatched, watch } = useWatched();
  const now = useNow((at) =>
    startedAt === undefined ? undefined : countUp(at - startedAt, isWatched).changesInMs,
  );
  const isRunning = startedAt !== undefined;
  return (
    <span
      role="timer"
      aria-live="off"
      className={`${styles.timer} small number`}
      // The keyboard has to reach what the pointer shows.
      tabIndex={isRunning ? 0 : undefined}
      {...watch}
    >
      {isRunning && messages.call.running(formatElapsed(now - startedAt, isWatched))}
    </span>
  );
}
