import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { today } from '../../format/date';
import { phaseOn } from '../../format/period';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import styles from './access-alert.module.css';
import { restrictionsMessages } from './messages';
import { useRestrictionWords } from './restriction-words';

/** Alert that the studio refuses the customer access, with the reasons that are in force. */
export function AccessAlert(props: {
  store: StoreApi<Resource<CustomerRef, Customer>>;
  /** False before the caller is verified: a reason can tell of money. */
  showsReasons: boolean;
}) {
  const { code, messages } = useLanguage();
  const words = restrictionsMessages[code];
  const inWords = useRestrictionWords();
  const customer = known(useStore(props.store, (state) => state.content))?.value;
  if (!customer?.accessRefused) return null;
  const day = today();
  const reasons = (customer.accessRestrictions ?? []).filter((each) => phaseOn(day, each) === 'now');
  const texts = props.showsReasons ? reasons.map(inWords) : [];
  return (
    <div role="alert" className={styles.alert}>
      <strong className={styles.word}>{messages.customer.accessBlocked}</strong>{' '}
      {texts.length === 0 ? (
        <span>{props.showsReasons ? words.blockedWithoutReason : words.blocked}</span>
      ) : (
        <span className={`${styles.reasons} selectable`}>
          {texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two restrictions can have the same text.
            <span key={index}>{text}</span>
          ))}
        </span>
      )}
    </div>
  );
}
