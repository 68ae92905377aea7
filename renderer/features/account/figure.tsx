import { type ReactNode, useId } from 'react';
import styles from './account-panel.module.css';

/** A figure of the account with its label, for screen readers a group of that name. */
export function Figure({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.cell}>
      <h2 id={id} className={`${styles.label} muted small`}>
        {label}
      </h2>
      {children}
    </div>
  );
}
