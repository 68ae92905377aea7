import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Reading } from '../../../preload/contract/domain';
import { useFocusAtMount } from '../../components/focus-at-mount';
import { KeyHint } from '../../components/key-hint';
import { useKeyOf } from '../../components/platform';
import { areSeveral, studioName } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { ReadingPicker } from './reading-picker';
import { readingWords } from './reading-words';
import { readings } from './recognise';
import styles from './search-box.module.css';
import { readingOf, type SearchState, whereOf } from './search-state';
import { pageRows } from './search-store';

export const listId = 'customers';
export const optionId = (index: number) => `${listId}-${index}`;

/** The search box. It keeps the focus while the arrow keys move through the results. */
export function SearchBox(props: {
  store: StoreApi<SearchState>;
  input: RefObject<HTMLInputElement | null>;
  /** True while the list of readings is open. */
  picking: boolean;
  onPicking: (open: boolean) => void;
  /** Opens the list of where to search. */
  onWhere: () => void;
}) {
  const words = useLanguage().messages.search;
  const searchKey = useKeyOf('search');
  const state = useStore(props.store);
  const { text, picked, hits, active } = state;
  const reading = readingOf(state);
  const choices = useMemo(() => {
    const all = readings(text);
    return picked ? [picked, ...all.filter((each) => JSON.stringify(each) !== JSON.stringify(picked))] : all;
  }, [text, picked]);

  // The desk is for looking customers up; the box is where typing goes.
  useFocusAtMount(props.input);

  function closePicker() {
    props.onPicking(false);
    props.input.current?.focus();
  }

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
        value={text}
        onChange={(event) => state.typed(event.target.value)}
        onKeyDown={(event) => onKey(event, state)}
      />
      <ReadingChip
        reading={reading}
        hasChoice={choices.length > 1}
        isOpen={props.picking}
        onToggle={() => props.onPicking(!props.picking)}
      />
      {areSeveral(state.studios) ? (
        <WhereChip state={state} onOpen={props.onWhere} />
      ) : (
        <ScopeChip state={state} />
      )}
      <KeyHint>{searchKey.hint ?? ''}</KeyHint>
      {props.picking && choices.length > 0 && (
        <ReadingPicker
          readings={choices}
          onPick={(chosen) => {
            closePicker();
            state.readingPicked(chosen);
          }}
          onClose={closePicker}
          onLeave={() => props.onPicking(false)}
        />
      )}
    </search>
  );
}

function onKey(event: KeyboardEvent, state: SearchState): void {
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

/** Chip that shows how the text is understood, and opens the list of its other readings. */
function ReadingChip(props: {
  reading: Reading | undefined;
  hasChoice: boolean;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const language = useLanguage();
  const key = useKeyOf('readAs');
  if (!props.reading) return null;
  const { kind, value } = readingWords(props.reading, language);
  return (
    <button
      type="button"
      className={styles.chip}
      aria-haspopup="listbox"
      aria-expanded={props.isOpen}
      aria-keyshortcuts={key.aria}
      title={`${kind} · ${value}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onToggle}
    >
      <span className={styles.chipText}>
        {props.reading.kind === 'dateOfBirth' ? `${kind} · ${value}` : kind}
      </span>
      {props.hasChoice && <KeyHint>{key.hint ?? ''}</KeyHint>}
    </button>
  );
}

/** Chip that shows where a desk with several studios searches, and opens the list of studios. */
function WhereChip({ state, onOpen }: { state: SearchState; onOpen: () => void }) {
  const { messages } = useLanguage();
  const words = messages.where;
  const key = useKeyOf('scope');
  const where = whereOf(state);
  const isAll = 'studios' in where;
  const label = isAll
    ? words.allStudios(state.studios.length)
    : studioName(where.studio, state.studios, messages);
  return (
    <button
      type="button"
      className={styles.scope}
      aria-haspopup="dialog"
      aria-keyshortcuts={key.aria}
      data-narrow={!isAll || undefined}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <span className="visually-hidden">{words.label}: </span>
      <span className={styles.chipText}>{label}</span>
      <KeyHint>{key.hint ?? ''}</KeyHint>
    </button>
  );
}

/** Chip that shows where the desk searches, and switches between this studio and all studios. */
function ScopeChip({ state }: { state: SearchState }) {
  const words = useLanguage().messages.search;
  const key = useKeyOf('scope');
  const { scope, chainRefused, scopeToggled } = state;
  const inChain = scope === 'chain';
  return (
    <button
      type="button"
      className={styles.scope}
      aria-pressed={inChain}
      aria-disabled={chainRefused !== undefined}
      aria-keyshortcuts={key.aria}
      title={chainRefused ? words.chainRefused : words.scopeHint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={scopeToggled}
    >
      <span className={styles.chipText}>{inChain ? words.scopes.chain : words.scopes.studio}</span>
      {!chainRefused && <KeyHint>{key.hint ?? ''}</KeyHint>}
    </button>
  );
}
