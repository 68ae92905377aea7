import { useId } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { VerificationFactor } from '../../../preload/contract/preferences';
import type { Action } from '../../actions';
import { KeyHint } from '../../components/key-hint';
import { useKeyOf } from '../../components/platform';
import { formatDate } from '../../format/date';
import { maskedText } from '../../format/mask';
import { useLanguage } from '../../messages/language';
import styles from './verification-panel.module.css';
import type { VerificationState } from './verification-store';

/** Shortcuts of the factors; there are at most three. */
export const factorActions: readonly Action[] = ['verifyFirst', 'verifySecond', 'verifyThird'];

/** Value of a customer that a factor compares with. */
export function factorValue(customer: Customer, factor: VerificationFactor): string | undefined {
  return { dateOfBirth: customer.dateOfBirth, postcode: customer.zipCode, customerNumber: customer.number }[
    factor
  ];
}

/** Takes the place of the account until the caller has given one factor correctly. */
export function VerificationPanel(props: { store: StoreApi<VerificationState>; customer: Customer }) {
  const { messages } = useLanguage();
  const words = messages.verification;
  const { factors } = useStore(props.store);
  const none = factors.every((factor) => factorValue(props.customer, factor) === undefined);
  return (
    <section className={styles.panel} aria-label={words.heading}>
      <h2 className={styles.heading}>{words.heading}</h2>
      <p className="muted">{none ? words.nothingOnRecord : words.hint}</p>
      {factors.map((factor, index) => (
        <Factor
          key={factor}
          store={props.store}
          factor={factor}
          value={factorValue(props.customer, factor)}
          action={factorActions[index]}
        />
      ))}
    </section>
  );
}

function Factor(props: {
  store: StoreApi<VerificationState>;
  factor: VerificationFactor;
  value: string | undefined;
  action: Action | undefined;
}) {
  const { messages, locale } = useLanguage();
  const id = useId();
  const key = useKeyOf(props.action);
  const { revealed, factorPassed } = useStore(props.store);
  const { value, factor } = props;
  const readable = factor === 'dateOfBirth' && value ? formatDate(value, locale) : value;
  return (
    <div className={styles.factor}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        aria-keyshortcuts={key.aria}
        disabled={value === undefined}
        onChange={() => factorPassed(factor)}
      />
      <label htmlFor={id} className={styles.label}>
        {messages.verification.factors[factor]}
      </label>
      <span className={`${styles.value} number ${revealed ? '' : 'muted'}`}>
        {readable === undefined ? (
          messages.notSupplied
        ) : revealed ? (
          readable
        ) : (
          <span role="img" aria-label={messages.verification.masked}>
            {maskedText}
          </span>
        )}
      </span>
      {key.hint && <KeyHint>{key.hint}</KeyHint>}
    </div>
  );
}
