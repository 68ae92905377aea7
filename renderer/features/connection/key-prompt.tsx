import { type FormEvent, useId } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useProblemWords } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import type { ConnectionState } from './connection-store';
import styles from './key-prompt.module.css';
import { pastedVerbatim } from './paste-verbatim';

/** Asks for the key during a call. The desk keeps its state, and what failed without the key is loaded again. */
export function KeyPrompt({ store }: { store: StoreApi<ConnectionState> }) {
  const { messages } = useLanguage();
  const problemWords = useProblemWords();
  const id = useId();
  const { keyWanted, address, key, busy, problem, keyTyped, connectPressed, keyPromptClosed } =
    useStore(store);
  if (!keyWanted) return null;
  const words = messages.connect;
  const complaint =
    problem &&
    (problem.inputFault
      ? messages.inputFaults[problem.inputFault]
      : problem.kind === 'unauthorized'
        ? words.keyRefused
        : `${messages.problems[problem.kind].title} ${messages.problems[problem.kind].advice}`);

  function submit(event: FormEvent) {
    event.preventDefault();
    void connectPressed();
  }

  return (
    <Notice
      label={words.keyPrompt}
      actions={
        <form onSubmit={submit} noValidate className={styles.form}>
          <label htmlFor={id} className="visually-hidden">
            {words.key}
          </label>
          <input
            id={id}
            className={styles.input}
            type="text"
            autoComplete="off"
            data-region-focus
            spellCheck={false}
            placeholder={words.key}
            value={key}
            onChange={(event) => keyTyped(event.target.value)}
            onPaste={pastedVerbatim(keyTyped)}
            aria-invalid={complaint !== undefined}
          />
          <Button type="submit" look="primary" aria-disabled={busy}>
            {busy ? words.connecting : words.connect}
          </Button>
          <Button look="quiet" onClick={keyPromptClosed}>
            {words.later}
          </Button>
        </form>
      }
    >
      <strong>{problemWords(keyWanted).title}</strong>{' '}
      {/* SECURITY: another program can edit the settings, so the prompt shows where the key will be sent. */}
      {complaint ?? <span>{words.keyPromptHint(address)}</span>}
    </Notice>
  );
}
