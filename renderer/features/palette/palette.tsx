import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { foldName } from '../../../preload/contract/fold-name';
import { Dialog } from '../../components/dialog';
import { KeyHint } from '../../components/key-hint';
import styles from './palette.module.css';

export interface Entry {
  id: string;
  label: string;
  /** Text after the label; searched as well. */
  detail?: string | undefined;
  /** Whether it is the present choice; absent where entries are no choices. */
  checked?: boolean;
  /** Shortcut that does the same. */
  hint?: string | undefined;
  run: () => void;
}

export interface EntryGroup {
  label: string;
  entries: Entry[];
}

interface PaletteProps {
  groups: EntryGroup[];
  words: { label: string; placeholder: string; none: (text: string) => string };
  onClose: () => void;
}

/** List over the desk, filtered by typing: the command palette, and where to search. */
export function Palette({ groups, words, onClose }: PaletteProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const shown = groups
    .map(({ label, entries }) => ({ label, entries: entries.filter((entry) => isAsked(entry, text)) }))
    .filter(({ entries }) => entries.length > 0);
  const flat = shown.flatMap(({ entries }) => entries);
  const optionId = (index: number) => `${id}-${index}`;

  useLayoutEffect(() => {
    list.current?.querySelector(`[aria-selected="true"]`)?.scrollIntoView({ block: 'nearest' });
  });

  function run(entry: Entry | undefined) {
    if (!entry) return;
    onClose();
    entry.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((active + step + flat.length) % Math.max(1, flat.length));
    else if (event.key === 'Enter') run(flat[active]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog label={words.label} look="palette" onClose={onClose}>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={words.label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={flat.length > 0 ? optionId(active) : undefined}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} ref={list} role="listbox" aria-label={words.label} className={styles.list}>
        {shown.map(({ label, entries }) => (
          <div key={label} role="group" aria-label={label}>
            <div className={styles.group} aria-hidden="true">
              {label}
            </div>
            {entries.map((entry) => {
              const index = flat.indexOf(entry);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box keeps the focus and handles the keys of the list.
                <div
                  key={entry.id}
                  id={optionId(index)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  aria-checked={entry.checked}
                  className={styles.option}
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => setActive(index)}
                  onClick={() => run(entry)}
                >
                  <span className={styles.label}>{entry.label}</span>
                  {entry.detail && <span className="muted small number">{entry.detail}</span>}
                  <span className={styles.space} />
                  {entry.checked && <span aria-hidden="true">✓</span>}
                  {entry.hint && <KeyHint>{entry.hint}</KeyHint>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className={styles.none} role="status">
        {flat.length === 0 ? words.none(text.trim()) : ''}
      </p>
    </Dialog>
  );
}

/** Whether every typed word begins a word of the entry. */
function isAsked({ label, detail = '' }: Entry, text: string): boolean {
  const there = foldName(`${label} ${detail}`).split(/[^\p{L}\p{N}]+/u);
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => there.some((each) => each.startsWith(word)));
}
