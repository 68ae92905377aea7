import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { KeyHint } from '../../components/key-hint';
import { useKeyOf } from '../../components/platform';
import { useLanguage } from '../../messages/language';
import { ReadingPicker } from './reading-picker';
import { readingWords } from './reading-words';
import { readings } from './recognise';
import styles from './search-box.module.css';
import { pageRows, readingOf, type SearchState } from './search-store';

export const listId = 'customers';
export const optionId = (index: number) => `${listId}-${index}`;

/** The search box. It keeps the focus while the arrow keys move through the results. */
export function SearchBox(props: {
  store: StoreApi<SearchState>;
  input: RefObject<HTMLInputElement | null>;
  /** True while the list of readings is open. */
  picking: boolean;
  onPicking: (open: boolean) => void;
}) {
  const language = useLanguage();
  const words = language.messages.search;
  const searchKey = useKeyOf('search');
  const readAsKey = useKeyOf('readAs');
  const scopeKey = useKeyOf('scope');
  const state = useStore(props.store);
  const { text, picked, hits, active, scope, chainRefused } = state;
  const reading = readingOf(state);
  const choices = useMemo(() => {
    const all = readings(text);
    return picked ? [picked, ...all.filter((each) => JSON.stringify(each) !== JSON.stringify(picked))] : all;
  }, [text, picked]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const actions: Record<string, () => void> = {
      Enter: state.entered,
      Escape: state.escaped,
      ArrowDown: () => state.moved(1),
      ArrowUp: () => state.moved(-1),
      PageDown: () => state.moved(pageRows),
      PageUp: () => state.moved(-pageRows),
    };
    const action = event.ctrlKey || event.altKey || event.metaKey ? undefined : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  function closePicker() {
    props.onPicking(false);
    props.input.current?.focus();
  }

  const label = reading && readingWords(reading, language);
  const isDate = reading && 'date' in reading && reading.date !== undefined;
  const inChain = scope === 'chain';
  return (
    <search className={styles.box}>
      <input
        ref={props.input}
        data-region-focus
        className={styles.input}
        type="search"
        aria-label={words.label}
        aria-controls={hits.length > 0 ? listId : undefined}
        aria-activedescendant={hits.length > 0 && active >= 0 ? optionId(active) : undefined}
        aria-keyshortcuts={searchKey.aria}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the desk is for looking customers up; the box is where typing goes.
        autoFocus
        value={text}
        onChange={(event) => state.typed(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {label && (
        <button
          type="button"
          className={styles.chip}
          aria-haspopup="listbox"
          aria-expanded={props.picking}
          aria-keyshortcuts={readAsKey.aria}
          title={`${label.kind} · ${label.value}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onPicking(!props.picking)}
        >
          <span className={styles.chipText}>
            {isDate && reading.kind === 'dateOfBirth' ? `${label.kind} · ${label.value}` : label.kind}
          </span>
          {choices.length > 1 && <KeyHint>{readAsKey.hint ?? ''}</KeyHint>}
        </button>
      )}
      <button
        type="button"
        className={styles.scope}
        aria-pressed={inChain}
        aria-disabled={chainRefused !== undefined}
        aria-keyshortcuts={scopeKey.aria}
        title={chainRefused ? words.chainRefused : words.scopeHint}
        onMouseDown={(event) => event.preventDefault()}
        onClick={state.scopeToggled}
      >
        {inChain ? words.scopes.chain : words.scopes.studio}
        {!chainRefused && <KeyHint>{scopeKey.hint ?? ''}</KeyHint>}
      </button>
      <KeyHint>{searchKey.hint ?? ''}</KeyHint>
      {props.picking && choices.length > 0 && (
        <ReadingPicker
          readings={choices}
          onPick={(chosen) => {
            closePicker();
            state.readingPicked(chosen);
          }}
          onClose={closePicker}
        />
      )}
    </search>
  );
}
