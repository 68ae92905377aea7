import type { ReactNode } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Customer, MatchedBy } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { AsOf } from '../../components/as-of';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import type { Maskable } from '../../components/masking';
import { Tag } from '../../components/tag';
import { keyOf } from '../../customer-ref';
import { ageOn, formatDate, today } from '../../format/date';
import { maskedText } from '../../format/mask';
import { address, fullName } from '../../format/name';
import { known } from '../../loadable';
import { statusWord, useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import styles from './customer-header.module.css';
import { type Dialling, PhoneNumbers } from './phone-numbers';

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
  /** Absent unless the policy lets telephone numbers be dialled. */
  dialling: Dialling | undefined;
  onReveal: () => void;
  onCopySummary: () => void;
  onRefresh: () => void;
}) {
  const { messages } = useLanguage();
  const content = useStore(props.store, (state) => state.content);
  const ref = useStore(props.store, (state) => state.key);
  const shown = known(content);
  if (!shown) return null;
  const customer = shown.value;
  const words = messages.customer;
  const name = fullName(customer);
  return (
    <header>
      <div className={styles.row}>
        <h1 className={styles.name}>
          {name ? <Fact what={messages.facts.name} value={name} /> : words.unnamed}
        </h1>
        <div className={styles.actions}>
          {props.isFromEarlierSearch && <span className={styles.before}>{words.before}</span>}
          {props.verifiedBy && <Tag>{props.verifiedBy}</Tag>}
          {props.masked.size > 0 && (
            <Button look="quiet" action="reveal" onClick={props.onReveal}>
              {messages.verification.reveal}
            </Button>
          )}
          <Button look="quiet" action="copySummary" onClick={props.onCopySummary}>
            {messages.copying.copySummary}
          </Button>
          <Button action="refresh" onClick={props.onRefresh}>
            {words.refresh}
          </Button>
        </div>
      </div>
      <div className={`${styles.facts} small muted number`}>
        <Numbers customer={customer} masked={props.masked} />
        {props.studioName && <strong className={styles.studio}>{props.studioName}</strong>}
        {props.matchedBy && props.matchedBy !== 'name' && (
          <span>
            {words.foundBy(messages.search.reading[props.matchedBy])}
            {props.typed !== undefined &&
              ` ${(props.masked.has('customerNumber') ? maskedText : customer.number) ?? ''} ${words.typed(props.typed)}`}
          </span>
        )}
      </div>
      <Contact customer={customer} masked={props.masked}>
        {ref && (
          <PhoneNumbers
            key={keyOf(ref)}
            of={ref}
            customer={customer}
            isMasked={props.masked.has('contact')}
            dialling={props.dialling}
          />
        )}
      </Contact>
      {content.state === 'failed' && (
        <p className="muted small">
          {words.failed} <AsOf time={shown.asOf} />
        </p>
      )}
    </header>
  );
}

interface FactsProps {
  customer: Customer;
  masked: ReadonlySet<Maskable>;
}

/** Customer number, ID, status and date of birth. */
function Numbers({ customer, masked }: FactsProps) {
  const { messages, locale } = useLanguage();
  const { customer: words, facts } = messages;
  const { number, id, dateOfBirth } = customer;
  const age = dateOfBirth && ageOn(today(), dateOfBirth);
  return (
    <>
      <span>
        {words.number}{' '}
        {number ? (
          <Fact
            what={facts.customerNumber}
            value={number}
            masked={masked.has('customerNumber')}
            className={styles.fact}
          />
        ) : (
          messages.notSupplied
        )}
      </span>
      <span>
        {words.id} <Fact what={facts.customerId} value={id} className={styles.fact} />
      </span>
      <span>{statusWord(messages, customer.status)}</span>
      {dateOfBirth ? (
        <span>
          <Fact
            what={facts.dateOfBirth}
            value={formatDate(dateOfBirth, locale)}
            masked={masked.has('dateOfBirth')}
            className={styles.fact}
          />
          {age !== undefined && !masked.has('dateOfBirth') && ` (${age})`}
        </span>
      ) : (
        <span>{words.noBirthDate}</span>
      )}
    </>
  );
}

/** Telephone numbers (`children`), e-mail and address. */
function Contact({ customer, masked, children }: FactsProps & { children: ReactNode }) {
  const { facts } = useLanguage().messages;
  const { email } = customer;
  const place = address(customer);
  return (
    // Rendered even when empty, so that the layout does not shift between customers.
    <div className={`${styles.facts} ${styles.contact} small muted number`}>
      {children}
      {email && (
        <Fact what={facts.email} value={email} masked={masked.has('contact')} className={styles.fact} />
      )}
      {place && (
        <Fact what={facts.address} value={place} masked={masked.has('address')} className={styles.fact} />
      )}
    </div>
  );
}
