import { type StoreApi, useStore } from 'zustand';
import { useLanguage } from '../../messages/language';
import type { UpdatesState } from './update-store';

/** One quiet word in the footer once the next version is ready, or while it could not be had; else nothing. */
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
