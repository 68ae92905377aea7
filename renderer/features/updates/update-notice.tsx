import { type StoreApi, useStore } from 'zustand';
import { useLanguage } from '../../messages/language';
import type { UpdatesState } from './update-store';

/** Short notice in the footer when a version is ready, or when an update failed; otherwise nothing. */
export function UpdateNotice({
  store,
  className,
}: {
  store: StoreApi<UpdatesState>;
  className?: string | undefined;
}) {
  const { messages } = useLanguage();
  const { update, installPressed } = useStore(store);
  const { notice, noticeHint, wentBackNotice } = messages.updates;
  if (update.phase === 'wentBack') return <span>{wentBackNotice(update.version)}</span>;
  if (update.phase !== 'ready') return null;
  return (
    <button type="button" className={className} title={noticeHint} onClick={installPressed}>
      {notice(update.version)}
    </button>
  );
}
