import { type ReactNode, useId } from 'react';
import { flushSync } from 'react-dom';
import styles from './disclosure.module.css';

/** A line that shows and hides what is below it (ARIA Authoring Practices, disclosure). */
export function Disclosure(props: {
  label: string;
  isOpen: boolean;
  onToggle: () => void;
  isBusy?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.line}
        aria-expanded={props.isOpen}
        aria-controls={id}
        onClick={({ currentTarget }) => {
          flushSync(props.onToggle);
          // It can stand at the end of a column that scrolls.
          currentTarget.nextElementSibling?.scrollIntoView({ block: 'nearest' });
        }}
      >
        {props.label}
      </button>
      <div id={id} aria-busy={props.isBusy}>
        {props.isOpen && props.children}
      </div>
    </>
  );
}
