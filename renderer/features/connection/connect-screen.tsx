import { type FormEvent, useEffect, useId, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { ConnectionTest } from '../../../preload/contract/calls';
import type { Problem } from '../../../preload/contract/problem';
import { Button } from '../../components/button';
import { useFocusAtMount } from '../../components/focus-at-mount';
import { Wordmark } from '../../components/wordmark';
import type { Messages } from '../../messages/en';
import { useLanguage } from '../../messages/language';
import styles from './connect-screen.module.css';
import type { ConnectionState } from './connection-store';
import { pastedVerbatim } from './paste-verbatim';
import { ProxySection } from './proxy-prompt';
import type { ProxyState } from './proxy-store';

interface Stores {
  store: StoreApi<ConnectionState>;
  proxy: StoreApi<ProxyState>;
}

/** First screen, shown until somebody connects. */
export function ConnectScreen({ store, proxy, onAddMany }: Stores & { onAddMany: () => void }) {
  const { messages } = useLanguage();
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <Wordmark />
        <ConnectForm store={store} proxy={proxy} autoFocus />
        <div className={styles.demo}>
          <Button onClick={onAddMany}>{messages.studios.addMany}</Button>
          <span className="muted small">{messages.studios.addManyHint}</span>
        </div>
      </div>
    </main>
  );
}

/** Form for the address and the key, with the buttons that change or remove the connection. */
export function ConnectForm({ store, proxy, autoFocus = false }: Stores & { autoFocus?: boolean }) {
  const { messages } = useLanguage();
  const words = messages.connect;
  const state = useStore(store);
  const { connection, problem, busy } = state;
  const [only, another] = connection.mode === 'live' ? connection.studios : [];
  const sole = another === undefined ? only : undefined;
  const allowed = connection.allowedAddresses;
  const isAddressFixed = allowed?.length === 1 || state.replaces !== undefined;
  const fault = problem?.inputFault;
  const tested = sole && state.tested[sole.ref];
  const hasAddress = connection.address !== undefined;
  const replaced = connection.studios.find(({ ref }) => ref === state.replaces);
  const Heading = connection.mode === 'none' ? 'h1' : 'h2';

  function submit(event: FormEvent) {
    event.preventDefault();
    void state.connectPressed();
  }

  return (
    <>
      <Heading className={styles.heading}>{words.heading}</Heading>
      <p className="muted">{words.intro}</p>
      {connection.warning && (
        <div className={styles.problem}>
          <strong className={styles.problemTitle}>{messages.problems[connection.warning.kind].title}</strong>
          <p>{messages.problems[connection.warning.kind].advice}</p>
        </div>
      )}
      <form onSubmit={submit} noValidate className={styles.form}>
        <Field
          label={words.address}
          hint={allowed?.length === 1 ? messages.settings.locked : words.addressHint}
          readOnly={isAddressFixed}
          choices={allowed && allowed.length > 1 ? allowed : undefined}
          type="url"
          value={state.address}
          onChange={state.addressTyped}
          error={fault?.startsWith('address') ? messages.inputFaults[fault] : undefined}
          autoFocus={autoFocus && !hasAddress}
        />
        <Field
          label={words.key}
          hint={replaced ? words.replaceHint(replaced.name) : words.keyHint}
          type="password"
          value={state.key}
          onChange={state.keyTyped}
          error={fault?.startsWith('key') ? messages.inputFaults[fault] : undefined}
          autoFocus={autoFocus && hasAddress}
          focusedFor={state.replaces}
        />
        {state.nameWanted && (
          <Field
            label={words.name}
            hint={words.nameHint}
            type="text"
            value={state.name}
            onChange={state.nameTyped}
            error={undefined}
            autoFocus
          />
        )}
        {/* A live region that is always rendered, so that each new problem is announced. */}
        <div role="alert" className={styles.alert}>
          {problem && !fault && <ConnectProblem problem={problem} messages={messages} />}
        </div>
        <div className={styles.actions}>
          <Button type="submit" look="primary" aria-disabled={busy}>
            {busy ? words.connecting : words.connect}
          </Button>
          {sole && (
            <Button onClick={() => void state.testPressed(sole.ref)} aria-disabled={busy}>
              {words.test}
            </Button>
          )}
          {sole && (
            <Button look="quiet" onClick={() => void state.removePressed(sole.ref)}>
              {state.confirming === sole.ref ? words.forgetSure : words.forget}
            </Button>
          )}
        </div>
        {sole && (
          <p role="status" className={styles.tested}>
            {tested && testedWords(tested, messages)}
          </p>
        )}
      </form>
      <ProxySection store={proxy} />
      <OtherData store={store} />
    </>
  );
}

/** Button that leads to the demo data, or back to the saved studios. */
function OtherData({ store }: Pick<Stores, 'store'>) {
  const words = useLanguage().messages.connect;
  const { connection, demoPressed, resumePressed } = useStore(store);
  return (
    <>
      {connection.mode !== 'demo' && (
        <div className={styles.demo}>
          <Button onClick={() => void demoPressed()}>{words.demo}</Button>
          <span className="muted small">{words.demoHint}</span>
        </div>
      )}
      {connection.mode === 'demo' && connection.saved !== undefined && (
        <div className={styles.demo}>
          <Button onClick={() => void resumePressed()}>{words.resume(connection.saved)}</Button>
          <span className="muted small selectable">{connection.address}</span>
        </div>
      )}
    </>
  );
}

/** Result of a connection test: the proxy and the outcome. */
export function testedWords({ proxy, durationMs, problem }: ConnectionTest, messages: Messages): string {
  const { byProxy, withoutProxy, answered } = messages.connect;
  const way = proxy ? byProxy(proxy) : withoutProxy;
  return `${way} ${problem ? messages.problems[problem.kind].title : answered(durationMs)}`;
}

function Field(props: {
  label: string;
  hint: string;
  type: 'url' | 'password' | 'text';
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  autoFocus: boolean;
  /** The field takes the focus when this changes to another value. */
  focusedFor?: string | undefined;
  readOnly?: boolean | undefined;
  /** Values to choose from, in place of a text. */
  choices?: readonly string[] | undefined;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useFocusAtMount(input, props.autoFocus);
  useEffect(() => {
    if (props.error !== undefined) input.current?.focus();
  }, [props.error]);
  useEffect(() => {
    if (props.focusedFor !== undefined) input.current?.focus();
  }, [props.focusedFor]);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      <input
        id={id}
        ref={input}
        className={`${styles.input} ${props.type === 'password' ? styles.masked : ''}`}
        // Both are text fields. The style sheet masks the key, so that no password manager offers to save it.
        type="text"
        inputMode={props.type === 'url' ? 'url' : 'text'}
        autoComplete="off"
        spellCheck={false}
        list={props.choices && `${id}-choices`}
        data-autofocus={props.autoFocus || undefined}
        readOnly={props.readOnly}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onPaste={pastedVerbatim(props.onChange)}
        aria-invalid={props.error !== undefined}
        aria-describedby={`${id}-hint`}
      />
      {props.choices && (
        <datalist id={`${id}-choices`}>
          {props.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      <p
        id={`${id}-hint`}
        className={`small ${props.error ? styles.error : 'muted'}`}
        role={props.error && 'alert'}
      >
        {props.error ?? props.hint}
      </p>
    </div>
  );
}

function ConnectProblem({ problem, messages }: { problem: Problem; messages: Messages }) {
  const words = messages.problems[problem.kind];
  const advice =
    problem.kind === 'unauthorized'
      ? messages.connect.keyRefused
      : problem.kind === 'notTheApi'
        ? messages.connect.notTheApi
        : words.advice;
  const facts = [problem.response?.status, problem.detail, problem.request?.id].filter(Boolean).join(' · ');
  return (
    <div className={styles.problem}>
      <strong className={styles.problemTitle}>{words.title}</strong>
      <p>{advice}</p>
      {facts && <p className="id muted selectable">{facts}</p>}
    </div>
  );
}
