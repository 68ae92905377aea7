import { type FormEvent, useId, useRef, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Customer } from '../../../preload/contract/domain';
import type { VerificationFactor } from '../../../preload/contract/preferences';
import type { Action } from '../../actions';
import { Button } from '../../components/button';
import { KeyHint } from '../../components/key-hint';
import { useKeyOf } from '../../components/platform';
import { formatDate } from '../../format/date';
import { maskedText } from '../../format/mask';
import { useLanguage } from '../../messages/language';
import { factorValue, matchingFactors } from './comparison';
import styles from './verification-panel.module.css';
import type { VerificationState } from './verification-store';

/** Shortcuts of the first three factors. */
export const factorActions: readonly Action[] = ['verifyFirst', 'verifySecond', 'verifyThird'];

/** Takes the place of the account until the caller has given one factor correctly. */
export function VerificationPanel(props: {
  store: StoreApi<VerificationState>;
  customer: Customer;
  /** The days that a text can mean. */
  datesOf: (text: string) => readonly string[];
}) {
  const { messages } = useLanguage();
  const words = messages.verification;
  const { factors, mayOverride, overridePressed } = useStore(props.store);
  const none = factors.every((factor) => factorValue(props.customer, factor) === undefined);
  return (
    <section className={styles.panel} aria-label={words.heading}>
      <h2 className={styles.heading}>{words.heading}</h2>
      <p className="muted">
        {none ? words.nothingOnRecord : words.hint} {none && !mayOverride && words.staysHidden}
      </p>
      {!none && <Comparison {...props} />}
      {factors.map((factor, index) => (
        <Factor
          key={factor}
          store={props.store}
          factor={factor}
          value={factorValue(props.customer, factor)}
          action={factorActions[index]}
        />
      ))}
      {mayOverride && (
        <div className={styles.said}>
          <Button onClick={() => void overridePressed()}>{words.override}</Button>
          <span className="muted small">{words.overrideHint}</span>
        </div>
      )}
    </section>
  );
}

/** Compares what the caller says with the record, without showing the record. */
function Comparison({ store, customer, datesOf }: Parameters<typeof VerificationPanel>[0]) {
  const words = useLanguage().messages.verification;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  function compare(event: FormEvent) {
    event.preventDefault();
    const { factors, factorPassed } = store.getState();
    const [factor] = matchingFactors(field.current?.value ?? '', customer, factors, datesOf);
    if (factor) factorPassed(factor);
    setFailed(factor === undefined);
    field.current?.select();
  }
  return (
    <form className={styles.said} onSubmit={compare}>
      <label htmlFor={id}>{words.said}</label>
      <input
        id={id}
        ref={field}
        className={styles.input}
        type="text"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={() => setFailed(false)}
      />
      <Button type="submit" keyHint="↵">
        {words.compare}
      </Button>
      <span role="status">{failed && words.noMatch}</span>
    </form>
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
