import { type FormEvent, useId } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useLanguage } from '../../messages/language';
import { pastedVerbatim } from './paste-verbatim';
import styles from './proxy-prompt.module.css';
import type { ProxyState } from './proxy-store';

/** Asks for the proxy's credentials over the desk; what failed is loaded again afterwards. */
export function ProxyPrompt({ store }: { store: StoreApi<ProxyState> }) {
  const { messages } = useLanguage();
  const proxy = useStore(store, (state) => state.proxy);
  if (proxy === undefined) return null;
  return (
    <Notice label={messages.proxy.prompt} actions={<ProxyForm store={store} />}>
      <ProxyWords store={store} />
    </Notice>
  );
}

/** The same form on the connect screen. */
export function ProxySection({ store }: { store: StoreApi<ProxyState> }) {
  const { messages } = useLanguage();
  const proxy = useStore(store, (state) => state.proxy);
  if (proxy === undefined) return null;
  return (
    <section aria-label={messages.proxy.prompt} className={styles.section}>
      <div role="status">
        <ProxyWords store={store} />
      </div>
      <ProxyForm store={store} />
    </section>
  );
}

function ProxyWords({ store }: { store: StoreApi<ProxyState> }) {
  const { messages } = useLanguage();
  const { proxy = '', problem } = useStore(store);
  const words = problem && messages.problems[problem.kind];
  const complaint =
    problem &&
    (problem.inputFault
      ? messages.inputFaults[problem.inputFault]
      : problem.kind === 'proxyLogin'
        ? messages.proxy.refused
        : `${words?.title} ${words?.advice}`);
  return (
    <>
      <strong>{messages.proxy.asks(proxy)}</strong> {complaint ?? messages.proxy.hint}
    </>
  );
}

function ProxyForm({ store }: { store: StoreApi<ProxyState> }) {
  const { messages } = useLanguage();
  const words = messages.proxy;
  const { name, password, busy, problem, nameTyped, passwordTyped, signInPressed, closed } = useStore(store);

  function submit(event: FormEvent) {
    event.preventDefault();
    void signInPressed();
  }

  const wrong = problem !== undefined;
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <Field label={words.name} value={name} onChange={nameTyped} wrong={wrong} first />
      <Field label={words.password} value={password} onChange={passwordTyped} wrong={wrong} masked />
      <Button type="submit" look="primary" aria-disabled={busy}>
        {busy ? words.signingIn : words.signIn}
      </Button>
      <Button look="quiet" onClick={closed}>
        {messages.connect.later}
      </Button>
    </form>
  );
}

function Field(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  wrong: boolean;
  first?: boolean;
  masked?: boolean;
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {props.label}
      </label>
      <input
        id={id}
        className={`${styles.input} ${props.masked ? styles.masked : ''}`}
        // The style sheet masks the password, so that no password manager offers to save it.
        type="text"
        autoComplete="off"
        spellCheck={false}
        data-region-focus={props.first}
        placeholder={props.label}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onPaste={pastedVerbatim(props.onChange)}
        aria-invalid={props.wrong}
      />
    </>
  );
}
