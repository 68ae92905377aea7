import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { Button } from '../../components/button';
import { maskedText } from '../../format/mask';
import { fullName } from '../../format/name';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import styles from './customer-header.module.css';

/** One line for the customer whom a later search did not find, so that nobody takes them for the caller. */
export function EarlierCustomer(props: {
  store: StoreApi<Resource<CustomerRef, Customer>>;
  isNumberMasked: boolean;
  onShow: () => void;
}) {
  const { messages } = useLanguage();
  const words = messages.customer;
  const customer = known(useStore(props.store, (state) => state.content))?.value;
  if (!customer) return null;
  return (
    <header className={styles.earlier}>
      <h1 className={styles.earlierName} title={fullName(customer)}>
        {fullName(customer) ?? words.unnamed}
      </h1>
      <span className="small number">
        {words.number} {props.isNumberMasked ? maskedText : (customer.number ?? messages.notSupplied)}
      </span>
      <span className="small">{words.before}</span>
      <Button look="quiet" action="back" onClick={props.onShow}>
        {words.showAgain}
      </Button>
    </header>
  );
}
