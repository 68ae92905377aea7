import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import styles from './access-alert.module.css';
import { restrictionsMessages } from './messages';

/** Alert that the studio refuses the customer access now. The panel of restrictions shows what is known of the reasons. */
export function AccessAlert({ store }: { store: StoreApi<Resource<CustomerRef, Customer>> }) {
  const { code, messages } = useLanguage();
  const isBlocked = useStore(store, (state) => known(state.content)?.value.accessRefused === true);
  if (!isBlocked) return null;
  return (
    <p role="alert" className={styles.alert}>
      <strong className={styles.word}>{messages.customer.accessBlocked}</strong>{' '}
      <span>{restrictionsMessages[code].blocked}</span>
    </p>
  );
}
