import { type StoreApi, useStore } from 'zustand';
import { useLanguage } from '../../messages/language';
import type { UpdatesState } from './update-store';

/** One quiet word in the footer once the next version is ready; until then nothing. */
export function UpdateNotice({
  store,
  className,
}: {
  store: StoreApi<UpdatesState>;
  className?: string | undefined;
}) {
  const { messages } = useLanguage();
  const { update, installPressed } = useStore(store);
  if (update.phase !== 'ready') return null;
  const { notice, noticeHint } = messages.updates;
  return (
    <button type="button" className={className} title={noticeHint} onClick={installPressed}>
      {notice(update.version)}
    </button>
  );
}
