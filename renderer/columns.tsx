import { type KeyboardEvent, type ReactNode, useId, useSyncExternalStore } from 'react';
import { type StoreApi, useStore } from 'zustand';
import styles from './columns.module.css';

/** A panel of the columns. */
export interface ColumnPanel {
  name: string;
  /** Its name on a tab. */
  label: string;
  content: ReactNode;
}

/** The panel shown in a narrow window; the first one when undefined. */
export interface ColumnsState {
  chosen: string | undefined;
}

/** Window width from which two panels stand side by side, in CSS pixels. */
const wide = window.matchMedia('(width >= 1180px)');

const onWide = (listener: () => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** Panels side by side; in a narrow window, tabs with one panel at a time. */
export function Columns(props: {
  store: StoreApi<ColumnsState>;
  /** Name of the tabs. */
  label: string;
  panels: readonly ColumnPanel[];
}) {
  const isWide = useSyncExternalStore(onWide, () => wide.matches);
  const chosen = useStore(props.store, (state) => state.chosen);
  const id = useId();
  const { panels } = props;
  const shown = panels.some(({ name }) => name === chosen) ? chosen : panels[0]?.name;
  const choose = (name: string | undefined) => props.store.setState({ chosen: name });

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const at = panels.findIndex(({ name }) => name === shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = panels.at(to === panels.length ? 0 : to);
    choose(next?.name);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next?.name}"]`)?.focus();
  }

  return (
    <div className={styles.columns} data-columns={isWide ? 'side-by-side' : 'tabs'}>
      {!isWide && (
        <div role="tablist" aria-label={props.label} className={styles.tabs} onKeyDown={onKeyDown}>
          {panels.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}${name}`}
              className={styles.tab}
              data-tab={name}
              aria-selected={name === shown}
              aria-controls={`${id}${name}-panel`}
              tabIndex={name === shown ? 0 : -1}
              onClick={() => choose(name)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      {panels.map(({ name, content }) => (
        <div
          key={name}
          id={`${id}${name}-panel`}
          className={styles.column}
          hidden={!isWide && name !== shown}
          {...(!isWide && { role: 'tabpanel', 'aria-labelledby': `${id}${name}` })}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
