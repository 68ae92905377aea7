import { type KeyboardEvent, type Ref, useMemo } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { KeyHint } from '../../components/key-hint';
import { useLanguage } from '../../messages/language';
import { readingLabel, recognise } from './recognise';
import styles from './search-box.module.css';
import type { SearchState } from './search-store';

export const listId = 'customers';
export const optionId = (index: number) => `${listId}-${index}`;

/** The one box. Focus stays here while the arrow keys walk the results. */
export function SearchBox(props: {
  store: StoreApi<SearchState>;
  input: Ref<HTMLInputElement>;
  keyHint: string;
}) {
  const { messages } = useLanguage();
  const state = useStore(props.store);
  const { text, format, answer, active } = state;
  const reading = useMemo(() => recognise(text, format), [text, format]);
  const hits = answer.state === 'ready' ? answer.value.hits.length : 0;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const actions: Record<string, () => void> = {
      Enter: state.entered,
      Escape: state.escaped,
      ArrowDown: () => state.moved(1),
      ArrowUp: () => state.moved(-1),
    };
    const action = event.ctrlKey || event.altKey || event.metaKey ? undefined : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  const label = reading && readingLabel(reading);
  const chip =
    label === undefined
      ? undefined
      : label === 'digits' || label === 'nameAndDate'
        ? messages.search[label]
        : messages.search.reading[label];
  return (
    <search className={styles.box}>
      <input
        ref={props.input}
        data-region-focus
        className={styles.input}
        type="search"
        aria-label={messages.search.label}
        aria-controls={hits > 0 ? listId : undefined}
        aria-activedescendant={hits > 0 && active >= 0 ? optionId(active) : undefined}
        aria-keyshortcuts="Control+L"
        placeholder={messages.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the desk is for looking customers up; the box is where typing goes.
        autoFocus
        value={text}
        onChange={(event) => state.typed(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {chip && <span className={styles.chip}>{chip}</span>}
      <KeyHint>{props.keyHint}</KeyHint>
    </search>
  );
}
