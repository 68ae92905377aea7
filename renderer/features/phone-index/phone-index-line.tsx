import { type StoreApi, useStore } from 'zustand';
import { numberFormat } from '../../format/intl';
import { useLanguage } from '../../messages/language';
import { progressOf } from './index-progress';
import { phoneIndexMessages } from './messages';
import type { PhoneIndexStore } from './phone-index-store';

/**
 * Quiet line in the footer while an index is made that the agent asked for. One that is made in the background concerns nobody at
 * the desk, and is shown in the settings only.
 */
export function PhoneIndexLine(props: {
  store: StoreApi<PhoneIndexStore>;
  className?: string | undefined;
  onOpen: () => void;
}) {
  const { code, locale } = useLanguage();
  const { index, asked } = useStore(props.store);
  const words = phoneIndexMessages[code];
  if (!asked) return null;
  const { phase, customers } = progressOf(index, asked);
  const read = words.line(numberFormat(locale).format(customers), customers);
  return (
    <button
      type="button"
      className={props.className}
      title={words.lineHint}
      data-phone-index
      onClick={props.onOpen}
    >
      {index.mode === 'fetched' ? words.fetching : phase === 'paused' ? words.linePaused : read}
    </button>
  );
}

/** Says for screen readers how the index that the agent asked for has ended; not how it goes on. */
export function PhoneIndexAnnouncement({ store }: { store: StoreApi<PhoneIndexStore> }) {
  const { code } = useLanguage();
  const { index, asked, ended } = useStore(store);
  const words = phoneIndexMessages[code];
  return (
    <p aria-live="polite" className="visually-hidden">
      {asked ? (index.mode === 'fetched' ? words.fetching : words.started) : ended && words.ended[ended]}
    </p>
  );
}
