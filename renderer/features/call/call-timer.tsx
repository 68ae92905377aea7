import { type StoreApi, useStore } from 'zustand';
import { useNow } from '../../components/use-now';
import { formatDuration } from '../../format/date';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** Duration of the current call. */
export function CallTimer({ store }: { store: StoreApi<CallState> }) {
  const { messages } = useLanguage();
  const startedAt = useStore(store, (state) => state.startedAt);
  const now = useNow(startedAt === undefined ? undefined : 1_000);
  return (
    <span role="timer" aria-live="off" className={`${styles.timer} small number`}>
      {startedAt !== undefined && messages.call.running(formatDuration(now - startedAt))}
    </span>
  );
}
