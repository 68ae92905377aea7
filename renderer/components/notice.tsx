import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A strip across the window that says something about all of it. */
export function Notice(props: { label: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <section className={styles.notice} aria-label={props.label} tabIndex={-1} data-region>
      <div className={styles.words} role="status">
        {props.children}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </section>
  );
}
