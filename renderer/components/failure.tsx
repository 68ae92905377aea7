import type { ReactNode } from 'react';
import styles from './failure.module.css';

/** Message of a failed panel: what happened, what it means for the agent, and what can be done. */
export function Failure(props: { title: string; hint: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.failure}>
      <div className={styles.words}>
        <div className={styles.title}>{props.title}</div>
        <div className="muted small">{props.hint}</div>
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
