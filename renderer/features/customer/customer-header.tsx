import { type StoreApi, useStore } from 'zustand';
import type { Customer, MatchedBy } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { AsOf } from '../../components/as-of';
import { Button } from '../../components/button';
import { Tag } from '../../components/tag';
import { ageOn, formatDate, today } from '../../format/date';
import { maskedText } from '../../format/mask';
import { address, fullName } from '../../format/name';
import { known } from '../../loadable';
import { statusWord, useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import styles from './customer-header.module.css';

/** Parts of the header that can be masked. */
export type Maskable = 'dateOfBirth' | 'address' | 'customerNumber' | 'contact';

/** Name, number and contact data of the open customer. */
export function CustomerHeader(props: {
  store: StoreApi<Resource<CustomerRef, Customer>>;
  matchedBy: MatchedBy | undefined;
  /** What was typed, where the customer was found by another spelling of it. */
  typed: string | undefined;
  /** Name of the home studio, where the desk or the search has several. */
  studioName: string | undefined;
  /** A later search did not find this customer. */
  isFromEarlierSearch: boolean;
  masked: ReadonlySet<Maskable>;
  /** Text about the passed verification. */
  verifiedBy: string | undefined;
  onReveal: () => void;
  onRefresh: () => void;
}) {
  const { messages, locale } = useLanguage();
  const content = useStore(props.store, (state) => state.content);
  const shown = known(content);
  if (!shown) return null;
  const customer = shown.value;
  const words = messages.customer;
  const age = customer.dateOfBirth && ageOn(today(), customer.dateOfBirth);
  const hide = (what: Maskable, text: string | undefined) =>
    text !== undefined && props.masked.has(what) ? maskedText : text;
  const born =
    hide(
      'dateOfBirth',
      customer.dateOfBirth &&
        `${formatDate(customer.dateOfBirth, locale)}${age === undefined ? '' : ` (${age})`}`,
    ) ?? words.noBirthDate;
  const contact = [
    hide('address', address(customer)),
    hide('contact', customer.email),
    hide('contact', customer.phone),
  ].filter((fact) => fact !== undefined);
  return (
    <header>
      <div className={styles.row}>
        <div className={styles.who}>
          <h1 className={`${styles.name} selectable`} title={fullName(customer)}>
            {fullName(customer) ?? words.unnamed}
          </h1>
          <div className={`${styles.facts} small muted number selectable`}>
            <span>
              {words.number} {hide('customerNumber', customer.number) ?? messages.notSupplied}
            </span>
            <span>
              {words.id} {customer.id}
            </span>
            <span>{statusWord(messages, customer.status)}</span>
            <span>{born}</span>
            {props.studioName && <strong className={styles.studio}>{props.studioName}</strong>}
            {props.matchedBy && props.matchedBy !== 'name' && (
              <span>
                {words.foundBy(messages.search.reading[props.matchedBy])}
                {props.typed !== undefined &&
                  ` ${hide('customerNumber', customer.number) ?? ''} ${words.typed(props.typed)}`}
              </span>
            )}
          </div>
          {/* Rendered even when empty, so that the layout does not shift between customers. */}
          <div className={`${styles.contact} small muted number selectable`} title={contact.join(' · ')}>
            {contact.join(' · ')}
          </div>
        </div>
        {props.isFromEarlierSearch && <span className={styles.before}>{words.before}</span>}
        {customer.accessRefused && <Tag>{words.accessRefused}</Tag>}
        {props.verifiedBy && <Tag>{props.verifiedBy}</Tag>}
        {props.masked.size > 0 && (
          <Button look="quiet" action="reveal" onClick={props.onReveal}>
            {messages.verification.reveal}
          </Button>
        )}
        <Button action="refresh" onClick={props.onRefresh}>
          {words.refresh}
        </Button>
      </div>
      {content.state === 'failed' && (
        <p className="muted small">
          {words.failed} <AsOf time={shown.asOf} />
        </p>
      )}
    </header>
  );
}
