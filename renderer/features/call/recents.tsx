import { type StoreApi, useStore } from 'zustand';
import type { Recent } from '../../../preload/contract/calls';
import { customerKey } from '../../../preload/contract/studio';
import { useMaskedInLists } from '../../components/masking';
import { areSeveral, studioName, useStudios } from '../../components/studios';
import { Tag } from '../../components/tag';
import { formatTime } from '../../format/date';
import { maskedText } from '../../format/mask';
import { useLanguage } from '../../messages/language';
import styles from './call.module.css';
import type { CallState } from './call-store';

/** Maximum number of recent customers below a short list of results; the palette shows all of them. */
const maxShown = 5;

/** Recent customers, for a caller who calls back. */
export function Recents(props: {
  store: StoreApi<CallState>;
  /** Identity of the open customer. */
  openKey: string | undefined;
  onOpen: (recent: Recent) => void;
}) {
  const { messages, locale } = useLanguage();
  const studios = useStudios();
  const masked = useMaskedInLists();
  const recents = useStore(props.store, (state) => state.recents)
    .filter((recent) => customerKey(recent) !== props.openKey)
    .slice(0, maxShown);
  if (recents.length === 0) return null;
  return (
    <section className={styles.recents} aria-label={messages.call.recents}>
      <h2 className={styles.heading}>{messages.call.recents}</h2>
      {recents.map((recent) => (
        <button
          key={customerKey(recent)}
          type="button"
          className={styles.recent}
          onClick={() => props.onOpen(recent)}
        >
          <span className={styles.name}>{recent.name ?? messages.customer.unnamed}</span>
          <span className="muted small number">
            {[
              recent.number && masked.has('customerNumber') ? maskedText : (recent.number ?? recent.id),
              ...(areSeveral(studios) ? [studioName(recent.studio, studios, messages)] : []),
              formatTime(recent.openedAt, locale, 'minute'),
            ].join(' · ')}
          </span>
          {recent.accessRefused && (
            <span>
              <Tag look="warning">{messages.customer.accessBlocked}</Tag>
            </span>
          )}
        </button>
      ))}
    </section>
  );
}
