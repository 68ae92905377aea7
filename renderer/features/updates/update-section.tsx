import { type StoreApi, useStore } from 'zustand';
import type { UpdateState } from '../../../preload/contract/updates';
import { Button } from '../../components/button';
import type { Messages } from '../../messages/en';
import { useLanguage } from '../../messages/language';
import styles from './update-section.module.css';
import type { UpdatesState } from './update-store';

/** State of updates, and the button for its next step. */
export function UpdateSection({ store }: { store: StoreApi<UpdatesState> }) {
  const { messages } = useLanguage();
  const words = messages.updates;
  const { update, checkPressed, installPressed } = useStore(store);
  const busy = update.phase === 'checking' || update.phase === 'downloading';
  return (
    <div className={styles.section}>
      <p className="muted" role="status">
        {said(update, words)}
      </p>
      {update.phase === 'ready' && (
        <Button look="primary" onClick={installPressed}>
          {words.install}
        </Button>
      )}
      {update.phase !== 'ready' && update.phase !== 'off' && (
        <Button onClick={checkPressed} aria-disabled={busy}>
          {words.check}
        </Button>
      )}
    </div>
  );
}

function said(update: UpdateState, words: Messages['updates']): string {
  switch (update.phase) {
    case 'downloading':
      return words.downloading(update.version, update.percent);
    case 'ready':
    case 'wentBack':
      return words[update.phase](update.version);
    case 'failed':
      return words.faults[update.fault];
    default:
      return words[update.phase];
  }
}
